package io.amends.local.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParseException;
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

/** A mail's tree of parts, taken apart: its texts, its attachments, and each part's bytes by its number ("1.2"). */
final class Parts {
    final StringBuilder text = new StringBuilder();
    final StringBuilder html = new StringBuilder();
    final List<Mail.Attachment> attachments = new ArrayList<>();
    final List<Mail.Attachment> inline = new ArrayList<>();
    final Map<String, Mail.Part> byNumber = new LinkedHashMap<>();

    Parts(Part root) throws MessagingException, IOException {
        walk(root, "");
    }

    private void walk(Part part, String number) throws MessagingException, IOException {
        if (part.getContent() instanceof Multipart children) {
            for (int i = 0; i < children.getCount(); i++) {
                BodyPart child = children.getBodyPart(i);
                walk(child, number.isEmpty() ? Integer.toString(i + 1) : number + "." + (i + 1));
            }
            return;
        }
        leaf(part, number.isEmpty() ? "1" : number);
    }

    private void leaf(Part part, String number) throws MessagingException, IOException {
        String type = baseType(part);
        String name = fileName(part);
        byte[] content;
        try (InputStream in = part.getInputStream()) {
            content = in.readAllBytes();
        }
        byNumber.put(number, new Mail.Part(type, name, content));
        boolean attached = Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition()) || !name.isEmpty();
        if (!attached && type.equals("text/plain")) {
            text.append(new String(content, charset(part)).replace("\r\n", "\n"));
        } else if (!attached && type.equals("text/html")) {
            html.append(new String(content, charset(part)));
        } else {
            String contentId = contentId(part);
            boolean shown = Part.INLINE.equalsIgnoreCase(part.getDisposition()) || !contentId.isEmpty();
            (shown ? inline : attachments).add(new Mail.Attachment(number, name, type, contentId, content.length));
        }
    }

    private static String baseType(Part part) throws MessagingException {
        try {
            return new ContentType(part.getContentType()).getBaseType().toLowerCase(Locale.ROOT);
        } catch (ParseException e) {
            return "application/octet-stream";
        }
    }

    private static Charset charset(Part part) throws MessagingException {
        try {
            String name = new ContentType(part.getContentType()).getParameter("charset");
            return name == null ? StandardCharsets.UTF_8 : Charset.forName(MimeUtility.javaCharset(name));
        } catch (ParseException | IllegalArgumentException e) {
            return StandardCharsets.UTF_8;
        }
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
