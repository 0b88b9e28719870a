package io.amends.kit.deadline;

import io.amends.kit.http.BareAnswers;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ServerChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.vertx.core.impl.VertxBuilder;
import io.vertx.core.impl.transports.JDKTransport;
import io.vertx.core.spi.VertxServiceProvider;
import java.time.Duration;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Puts a {@link ReadDeadline} on every connection that comes in, before its first byte is read: the server itself tells
 * of a connection only when the first head was read. {@link BareAnswers} sit there for the same reason. Found by Vert.x
 * through {@code META-INF/services}.
 */
public final class WatchedTransport extends JDKTransport implements VertxServiceProvider {

    @Override
    public void init(VertxBuilder builder) {
        builder.findTransport(this);
    }

    @Override
    public ChannelFactory<? extends ServerChannel> serverChannelFactory(boolean domainSocket) {
        if (domainSocket) {
            return super.serverChannelFactory(true);
        }
        Duration limit = ConfigProvider.getConfig().getValue("amends.http.read-deadline", Duration.class);
        return () -> {
            NioServerSocketChannel server = new NioServerSocketChannel();
            server.pipeline().addLast(new ChannelInboundHandlerAdapter() {
                @Override
                public void channelRead(ChannelHandlerContext context, Object accepted) {
                    ((Channel) accepted).pipeline().addFirst(new ReadDeadline(limit), new BareAnswers());
                    context.fireChannelRead(accepted);
                }
            });
            return server;
        };
    }
}
