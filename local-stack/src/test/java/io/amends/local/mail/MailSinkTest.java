package io.amends.local.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailSinkTest {
    private static final byte[] PDF = "%PDF-1.7 ünicode".getBytes(StandardCharsets.UTF_8);

    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    private MailSink sink;

    @BeforeEach
    void start() {
        sink = new MailSink(folder, 0, 0);
    }

    @AfterEach
    void stop() {
        sink.close();
    }

    @Test
    @DisplayName("a digest is read back as Mailpit's API shows it: people, subject, both texts, the PDF's bytes")
    void readBack() throws Exception {
        send("3 customers to contact: größer", "Line one\nZweite Zeile\n.\nafter a dot", "<p>日本語</p>");

        JsonNode list = json("/api/v1/messages");
        assertThat(list.path("total").asInt()).isEqualTo(1);
        JsonNode head = list.path("messages").get(0);
        assertThat(head.path("Subject").asText()).isEqualTo("3 customers to contact: größer");
        assertThat(head.path("Read").asBoolean()).isFalse();
        assertThat(head.path("Attachments").asInt()).isEqualTo(1);
        assertThat(head.path("To")).hasSize(2);

        String id = head.path("ID").asText();
        JsonNode mail = json("/api/v1/message/" + id);
        assertThat(mail.path("From").path("Name").asText()).isEqualTo("Amends");
        assertThat(mail.path("From").path("Address").asText()).isEqualTo("amends@example.com");
        assertThat(mail.path("To").get(1).path("Address").asText()).isEqualTo("sam@example.com");
        assertThat(mail.path("Text").asText().strip()).isEqualTo("Line one\nZweite Zeile\n.\nafter a dot");
        assertThat(mail.path("HTML").asText().strip()).isEqualTo("<p>日本語</p>");
        assertThat(mail.path("MessageID").asText()).isEqualTo("digest-1@example.com");

        JsonNode pdf = mail.path("Attachments").get(0);
        assertThat(pdf.path("FileName").asText()).isEqualTo("Bericht für heute.pdf");
        assertThat(pdf.path("ContentType").asText()).isEqualTo("application/pdf");
        assertThat(pdf.path("Size").asInt()).isEqualTo(PDF.length);
        assertThat(get("/api/v1/message/" + id + "/part/" + pdf.path("PartID").asText())
                        .body())
                .isEqualTo(PDF);
        assertThat(json("/api/v1/messages").path("messages").get(0).path("Read").asBoolean())
                .isTrue();
    }

    @Test
    @DisplayName("a mail to two people is one mail; the newest comes first")
    void oneMail() throws Exception {
        send("first", "a", "a");
        send("second", "b", "b");

        JsonNode list = json("/api/v1/messages");

        assertThat(list.path("total").asInt()).isEqualTo(2);
        assertThat(list.path("messages").get(0).path("Subject").asText()).isEqualTo("second");
        assertThat(json("/api/v1/messages?start=1&limit=1").path("messages")).hasSize(1);
        assertThat(json("/api/v1/message/latest").path("Subject").asText()).isEqualTo("second");
    }

    @Test
    @DisplayName("a restart keeps the mails; deleting removes one, or all")
    void restartAndDelete() throws Exception {
        send("kept", "a", "a");
        send("dropped", "b", "b");
        sink.close();
        sink = new MailSink(folder, 0, 0);
        assertThat(json("/api/v1/messages").path("total").asInt()).isEqualTo(2);

        String id = json("/api/v1/message/latest").path("ID").asText();
        call(request("/api/v1/messages").method("DELETE", BodyPublishers.ofString("{\"IDs\":[\"" + id + "\"]}")));
        assertThat(json("/api/v1/messages")
                        .path("messages")
                        .get(0)
                        .path("Subject")
                        .asText())
                .isEqualTo("kept");

        call(request("/api/v1/messages").DELETE());
        assertThat(json("/api/v1/messages").path("total").asInt()).isZero();
        assertThat(get("/api/v1/message/" + id).statusCode()).isEqualTo(404);
    }

    @Test
    @DisplayName("a mail's HTML is shown without scripts, and its raw source as it came")
    void sandboxed() throws Exception {
        send("hostile", "t", "<script>alert(1)</script>");
        String id = json("/api/v1/message/latest").path("ID").asText();

        HttpResponse<byte[]> view = get("/view/" + id + ".html");

        assertThat(view.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("sandbox")
                .contains("default-src 'none'")
                .doesNotContain("allow-scripts");
        assertThat(new String(get("/api/v1/message/" + id + "/raw").body(), StandardCharsets.UTF_8))
                .contains("Subject: hostile");
    }

    @Test
    @DisplayName("text messages posted as to Twilio and webhook posts are listed, newest first, over a restart")
    void smsAndHooks() throws Exception {
        HttpResponse<byte[]> sms = call(request("/2010-04-01/Accounts/AC1/Messages.json")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("To=%2B495550101&From=%2B495550100&Body=3+unhappy%20customers")));
        call(request("/hooks/desk").POST(BodyPublishers.ofString("{\"ticket\":\"T-1\"}")));
        sink.close();
        sink = new MailSink(folder, 0, 0);

        assertThat(sms.statusCode()).isEqualTo(201);
        JsonNode message = json("/api/v1/sms").path("items").get(0);
        assertThat(message.path("to").asText()).isEqualTo("+495550101");
        assertThat(message.path("body").asText()).isEqualTo("3 unhappy customers");
        JsonNode hook = json("/api/v1/hooks").path("items").get(0);
        assertThat(hook.path("name").asText()).isEqualTo("desk");
        assertThat(hook.path("body").path("ticket").asText()).isEqualTo("T-1");
    }

    @Test
    @DisplayName("only the newest mails are kept")
    void bounded() {
        MailStore store = new MailStore(folder.resolve("small"), 3, java.time.Clock.systemUTC());
        for (int i = 1; i <= 5; i++) {
            store.add(("Subject: " + i + "\r\n\r\ntext").getBytes(StandardCharsets.UTF_8));
        }
        assertThat(store.page(0, 50).messages())
                .extracting(Mail.Summary::subject)
                .containsExactly("5", "4", "3");
    }

    @Test
    @DisplayName("the page and its parts are served, and it says when it is ready")
    void page() throws Exception {
        for (String path : new String[] {"/", "/mail.css", "/mail.js", "/livez", "/readyz"}) {
            assertThat(get(path).statusCode()).as(path).isEqualTo(200);
        }
        assertThat(get("/../secret").statusCode()).isEqualTo(404);
    }

    private void send(String subject, String text, String html) throws MessagingException, IOException {
        Properties settings = new Properties();
        settings.setProperty("mail.smtp.host", "localhost");
        settings.setProperty("mail.smtp.port", Integer.toString(sink.smtpPort()));
        settings.setProperty("mail.mime.encodefilename", "true");
        MimeMessage mail = new MimeMessage(Session.getInstance(settings)) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", "<digest-1@example.com>");
            }
        };
        mail.setFrom(new InternetAddress("amends@example.com", "Amends"));
        mail.addRecipients(Message.RecipientType.TO, "Alex <alex@example.com>, sam@example.com");
        mail.setSubject(subject, "UTF-8");
        MimeBodyPart plain = new MimeBodyPart();
        plain.setText(text, "UTF-8");
        MimeBodyPart formatted = new MimeBodyPart();
        formatted.setContent(html, "text/html; charset=UTF-8");
        MimeMultipart both = new MimeMultipart("alternative", plain, formatted);
        MimeBodyPart body = new MimeBodyPart();
        body.setContent(both);
        MimeBodyPart report = new MimeBodyPart();
        report.setDataHandler(new DataHandler(new ByteArrayDataSource(PDF, "application/pdf")));
        report.setFileName("Bericht für heute.pdf");
        report.setDisposition("attachment");
        mail.setContent(new MimeMultipart("mixed", body, report));
        Transport.send(mail);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + sink.httpPort() + path));
    }

    private HttpResponse<byte[]> call(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofByteArray());
    }

    private HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        return call(request(path));
    }

    private JsonNode json(String path) throws IOException, InterruptedException {
        return new ObjectMapper().readTree(get(path).body());
    }
}
