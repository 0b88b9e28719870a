package io.amends.kit.deadline;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Ends one connection where a request's head is not read whole in time, or its body is not. The server's own idle timeout
 * does not help against a sender of one byte every few seconds: for that one the connection is never idle.
 *
 * <pre>
 * connected, or a byte while nothing is asked ──► head's limit ──head read──► body's limit ──read whole──► no limit
 *                                                    └─────── passed ────────────┴────► the connection ends
 * </pre>
 *
 * How long an answer takes is not watched: a live stream stays. A file may take longer than the limit as long as it comes:
 * within each limit at least {@link #LEAST} bytes. All of it runs on the connection's event loop.
 */
final class ReadDeadline extends ChannelInboundHandlerAdapter {
    /** Bytes of a file within the limit. */
    static final long LEAST = 64 * 1024;

    private final Duration limit;
    private @Nullable ChannelHandlerContext connection;
    private @Nullable Future<?> head;
    private int open;
    private boolean severalAtOnce;
    private long came;

    ReadDeadline(Duration limit) {
        this.limit = limit;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        connection = context;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        awaitHead(context);
        context.fireChannelActive();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object bytes) {
        if (open == 0 && head == null && !severalAtOnce) {
            awaitHead(context);
        }
        came += bytes instanceof ByteBuf buffer ? buffer.readableBytes() : 0;
        context.fireChannelRead(bytes);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        headCame();
        context.fireChannelInactive();
    }

    /**
     * A request's head was read, and its body is awaited.
     *
     * @param whole tells whether the request was read to its end
     * @param several whether others share this connection at the same time (HTTP/2): then a byte that comes begins no head
     * @param file whether it may take longer, as long as it comes
     * @return to be run, by any thread, once the request is answered
     */
    Runnable headRead(BooleanSupplier whole, boolean several, boolean file) {
        headCame();
        open++;
        severalAtOnce |= several;
        ChannelHandlerContext context = connection;
        if (context == null) {
            return () -> {};
        }
        BodyWatch body = new BodyWatch(context, whole, file);
        return () -> context.executor().execute(() -> {
            open--;
            if (whole.getAsBoolean()) {
                body.end();
            }
        });
    }

    /** Looks at the end of each limit whether the body is there, or a file goes on coming. */
    private final class BodyWatch implements Runnable {
        private final ChannelHandlerContext context;
        private final BooleanSupplier whole;
        private final boolean file;
        private long before = came;
        private Future<?> next;

        BodyWatch(ChannelHandlerContext context, BooleanSupplier whole, boolean file) {
            this.context = context;
            this.whole = whole;
            this.file = file;
            this.next = after(context, this);
        }

        @Override
        public void run() {
            if (whole.getAsBoolean()) {
                return;
            }
            if (file && came - before >= LEAST) {
                before = came;
                next = after(context, this);
            } else {
                context.close();
            }
        }

        void end() {
            next.cancel(false);
        }
    }

    private void awaitHead(ChannelHandlerContext context) {
        head = after(context, context::close);
    }

    private void headCame() {
        Future<?> awaited = head;
        if (awaited != null) {
            awaited.cancel(false);
            head = null;
        }
    }

    private Future<?> after(ChannelHandlerContext context, Runnable end) {
        return context.executor().schedule(end, limit.toMillis(), TimeUnit.MILLISECONDS);
    }
}
