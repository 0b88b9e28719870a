package io.amends.local.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A mail's tree of parts, taken apart: its texts, its attachments, and each part's bytes by its number ("1.2"). Anybody
 * may send anything here, so what cannot be read as what it says it is, is taken as it came.
 */
final class Parts {
    /** Real mails have a handful. */
    private static final int DEEPEST = 20;

    final StringBuilder text = new StringBuilder();
    final StringBuilder html = new StringBuilder();
    final List<Mailpit.Attachment> attachments = new ArrayList<>();
    final List<Mailpit.Attachment> inline = new ArrayList<>();
    final Map<String, Mailpit.MailPart> byNumber = new LinkedHashMap<>();

    Parts(Part root) {
        walk(root, "", 0);
    }

    /** Reads one thing about a part. */
    @FunctionalInterface
    interface PartReader<T> {
        T read() throws MessagingException, IOException;
    }

    /** What is read, or the other thing where the mail does not allow it: the library says that in many ways. */
    static <T> T readable(PartReader<T> reading, T otherwise) {
        try {
            return reading.read();
        } catch (MessagingException | IOException | RuntimeException e) {
            return otherwise;
        }
    }

    private void walk(Part part, String number, int depth) {
        List<Part> children = depth == DEEPEST ? List.of() : readable(() -> children(part), List.of());
        if (children.isEmpty()) {
            leaf(part, number.isEmpty() ? "1" : number);
        }
        for (int i = 0; i < children.size(); i++) {
            walk(children.get(i), number.isEmpty() ? Integer.toString(i + 1) : number + "." + (i + 1), depth + 1);
        }
    }

    private static List<Part> children(Part part) throws MessagingException, IOException {
        List<Part> children = new ArrayList<>();
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart several) {
            for (int i = 0; i < several.getCount(); i++) {
                children.add(several.getBodyPart(i));
            }
        }
        return children;
    }

    private void leaf(Part part, String number) {
        String type = readable(() -> baseType(part), "application/octet-stream");
        String name = readable(() -> fileName(part), "");
        String disposition = readable(() -> String.valueOf(part.getDisposition()), "");
        byte[] content = readable(() -> content(part), new byte[0]);
        byNumber.put(number, new Mailpit.MailPart(type, name, content));
        boolean attached = Part.ATTACHMENT.equalsIgnoreCase(disposition) || !name.isEmpty();
        if (!attached && (type.equals("text/plain") || type.startsWith("multipart/"))) {
            text.append(new String(content, charset(part)).replace("\r\n", "\n"));
        } else if (!attached && type.equals("text/html")) {
            html.append(new String(content, charset(part)));
        } else {
            String contentId = readable(() -> contentId(part), "");
            boolean shown = Part.INLINE.equalsIgnoreCase(disposition) || !contentId.isEmpty();
            (shown ? inline : attachments).add(new Mailpit.Attachment(number, name, type, contentId, content.length));
        }
    }

    private static byte[] content(Part part) throws MessagingException, IOException {
        try {
            return bytes(part.getInputStream());
        } catch (MessagingException | IOException | RuntimeException e) {
            return bytes(undecoded(part));
        }
    }

    private static byte[] bytes(InputStream content) throws IOException {
        try (content) {
            return content.readAllBytes();
        }
    }

    private static InputStream undecoded(Part part) throws MessagingException {
        return part instanceof MimeMessage mail ? mail.getRawInputStream() : ((MimeBodyPart) part).getRawInputStream();
    }

    private static String baseType(Part part) throws MessagingException {
        return new ContentType(part.getContentType()).getBaseType().toLowerCase(Locale.ROOT);
    }

    private static Charset charset(Part part) {
        return readable(
                () -> {
                    String name = new ContentType(part.getContentType()).getParameter("charset");
                    return name == null ? StandardCharsets.UTF_8 : Charset.forName(MimeUtility.javaCharset(name));
                },
                StandardCharsets.UTF_8);
    }

    private static String fileName(Part part) throws MessagingException, IOException {
        @Nullable String name = part.getFileName();
        return name == null ? "" : MimeUtility.decodeText(name);
    }

    private static String contentId(Part part) throws MessagingException {
        String[] values = part.getHeader("Content-ID");
        return values == null ? "" : values[0].replaceAll("[<> ]", "");
    }
}
