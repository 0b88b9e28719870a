package io.amends.local.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sends HTTP as it is written, where every client would mend or refuse it. One connection per request. */
public final class RawHttp {
    private static final int PATIENCE_MILLIS = 15_000;
    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)");

    private final URI base;

    public RawHttp(URI base) {
        this.base = base;
    }

    /**
     * What came back.
     *
     * @param status 0 if there was no answer
     * @param head the status line and the headers
     * @param body empty where the request was taken: some answers never end
     */
    public record Reply(int status, String head, String body) {}

    /**
     * A request with its usual frame.
     *
     * @param headers lines, each with its end
     */
    public Reply send(String method, String target, String headers, byte[] body) throws IOException {
        String length = body.length == 0 && method.equals("GET") ? "" : "Content-Length: " + body.length + "\r\n";
        String head = method + " " + target + " HTTP/1.1\r\nHost: " + base.getAuthority() + "\r\nConnection: close\r\n"
                + length + headers + "\r\n";
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(head.getBytes(UTF_8));
        all.writeBytes(body);
        return send(all.toByteArray());
    }

    /** Bytes as they are. */
    public Reply send(byte[] request) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(base.getHost(), base.getPort()), PATIENCE_MILLIS);
            socket.setSoTimeout(PATIENCE_MILLIS);
            try {
                socket.getOutputStream().write(request);
                socket.getOutputStream().flush();
            } catch (SocketException refused) {
                // answered before all was sent
            }
            return read(socket.getInputStream());
        }
    }

    /** The address of a path, for a client that is not raw. */
    URI address(String path) {
        return base.resolve(path);
    }

    private static Reply read(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int status = 0;
        int end = -1;
        try {
            byte[] chunk = new byte[8192];
            for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
                bytes.write(chunk, 0, n);
                String soFar = bytes.toString(ISO_8859_1);
                end = soFar.indexOf("\r\n\r\n");
                if (end >= 0) {
                    status = Integer.parseInt(soFar.substring(9, 12));
                    if (status < 400 || bytes.size() == end + 4 + length(soFar.substring(0, end))) {
                        break;
                    }
                }
            }
        } catch (SocketException | SocketTimeoutException reset) {
            // what has come so far is the answer
        }
        String all = bytes.toString(UTF_8);
        int split = all.indexOf("\r\n\r\n");
        return split < 0
                ? new Reply(0, all, "")
                : new Reply(status, all.substring(0, split), end < 0 ? "" : all.substring(split + 4));
    }

    /** How many bytes a head says that its body has; -1 where only the end of the connection tells. */
    private static int length(String head) {
        Matcher said = LENGTH.matcher(head);
        return said.find() ? Integer.parseInt(said.group(1)) : -1;
    }
}
