package io.amends.kit.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.amends.kit.http.Refusals.RefusalBody;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ArcContainer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Gives a body to what is refused without one: the server itself refuses what is no HTTP, before any filter of ours sees
 * it. Sits on the bytes of a connection, and ends it after such an answer.
 */
public final class BareAnswers extends ChannelDuplexHandler {
    private static final int LONGEST_HEAD = 2_048;
    private static final int STATUS = 9;
    private static final Pattern EMPTY =
            Pattern.compile("(?is)HTTP/1\\.[01] (\\d{3})[^\\r]*\\r\\n(?:.*\\r\\n)?(content-length: 0\\r\\n).*\\r\\n");
    private static final Pattern ASKED = Pattern.compile("([A-Z]+) (/[^ ?]*)");

    // The beginning of the request: what it asked for decides between a page and problem details.
    private final byte[] line = new byte[256];

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof ByteBuf bytes
                && bytes.isReadable()
                && Character.isUpperCase(bytes.getByte(bytes.readerIndex()))) {
            bytes.getBytes(bytes.readerIndex(), line, 0, Math.min(line.length, bytes.readableBytes()));
        }
        context.fireChannelRead(message);
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        ByteBuf answer = message instanceof ByteBuf bytes ? instead(bytes) : null;
        if (answer == null) {
            context.write(message, promise);
            return;
        }
        ((ByteBuf) message).release();
        context.write(answer, promise).addListener(ChannelFutureListener.CLOSE);
    }

    /** What to send in the place of an error without a body; null for everything else. */
    private @Nullable ByteBuf instead(ByteBuf bytes) {
        int begin = bytes.readerIndex();
        int length = bytes.readableBytes();
        if (length <= STATUS || length > LONGEST_HEAD || bytes.getByte(begin) != 'H' || !error(bytes, begin)) {
            return null;
        }
        Matcher empty = EMPTY.matcher(bytes.toString(ISO_8859_1));
        Matcher asked = ASKED.matcher(new String(line, ISO_8859_1));
        boolean known = asked.lookingAt();
        ArcContainer container = Arc.container();
        if (!empty.matches() || (known && asked.group(1).equals("HEAD")) || container == null) {
            return null;
        }
        RefusalBody written = container
                .instance(Refusals.class)
                .get()
                .written(
                        known ? asked.group(1) : "",
                        known ? asked.group(2) : null,
                        PlatformErrors.problem(Integer.parseInt(empty.group(1))));
        StringBuilder head = new StringBuilder(empty.group());
        head.replace(empty.start(2), empty.end(2), headers(empty.group(), written));
        return Unpooled.wrappedBuffer(head.toString().getBytes(ISO_8859_1), written.body());
    }

    private static boolean error(ByteBuf bytes, int begin) {
        byte kind = bytes.getByte(begin + STATUS);
        return kind == '4' || kind == '5';
    }

    private static String headers(String head, RefusalBody written) {
        return "content-length: " + written.body().length + "\r\ncontent-type: " + written.type() + "\r\n"
                + absent(head, "connection", "close")
                + absent(head, "cache-control", "no-store")
                + absent(head, "x-content-type-options", "nosniff")
                + absent(head, "content-security-policy", "default-src 'self'; frame-ancestors 'none'");
    }

    private static String absent(String head, String name, String value) {
        return head.toLowerCase(Locale.ROOT).contains("\n" + name + ":") ? "" : name + ": " + value + "\r\n";
    }
}
