package io.amends.local.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.amends.local.process.JavaProcess;
import io.amends.local.process.Ports;
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
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    @DisplayName("H6: a mail that is not what it says is listed among the others with what can be read, and shown raw")
    void oddMails() throws Exception {
        String deep = "Content-Type: multipart/mixed; boundary=%s\r\n\r\n--%<s\r\n";
        List<String> odd = List.of(
                "Content-Transfer-Encoding: bogus\r\n\r\nthe words",
                "Content-Transfer-Encoding: base64\r\n\r\nthe words are",
                "Content-Transfer-Encoding: x-uuencode\r\n\r\nthe words",
                "Content-Type: text/plain; charset=bogus\r\n\r\nthe words",
                "Content-Type: multipart/mixed\r\n\r\nthe words",
                "Content-Type: multipart/mixed; boundary=x\r\n\r\nthe words",
                "Content-Type: multipart/mixed; boundary=x\r\n\r\n--x--\r\nthe words",
                "Content-Type: ;;\r\nContent-Disposition: ;;\r\nDate: never\r\nFrom: <<\r\n\r\nthe words",
                IntStream.range(0, 60).mapToObj(deep::formatted).collect(Collectors.joining()) + "\r\nthe words",
                "X-Other: =?bogus?Q?a?=\r\n\r\nthe words " + "x".repeat(239) + "\uD83D\uDE21");
        sink.close();
        for (int i = 0; i < odd.size(); i++) {
            Files.writeString(
                    folder.resolve("messages").resolve("%016x.eml".formatted(i + 1)),
                    "Subject: =?bogus" + i + "?Q?a?=\r\n" + odd.get(i));
        }
        sink = new MailSink(folder, 0, 0);
        send("good", "a", "a");

        JsonNode list = json("/api/v1/messages");

        assertThat(list.path("messages")).hasSize(odd.size() + 1);
        assertThat(list.path("messages").get(0).path("Subject").asText()).isEqualTo("good");
        for (int i = 1; i <= odd.size(); i++) {
            JsonNode head = list.path("messages").get(i);
            assertThat(head.path("Subject").asText()).startsWith("=?bogus" + (odd.size() - i));
            String id = head.path("ID").asText();
            JsonNode mail = json("/api/v1/message/" + id);
            assertThat(mail.path("Text").asText() + mail.path("Attachments"))
                    .as(odd.get(odd.size() - i))
                    .containsAnyOf("the words", "application/octet-stream");
            assertThat(get("/view/" + id + ".html").statusCode()).isEqualTo(200);
            assertThat(new String(get("/api/v1/message/" + id + "/raw").body(), StandardCharsets.UTF_8))
                    .contains("the words");
        }
    }

    @Test
    @DisplayName("H6: what is posted to a webhook is listed as it came, half a character and 900 brackets included")
    void oddHooks() throws Exception {
        String deep = "{\"a\":".repeat(900) + "1" + "}".repeat(900);
        for (String body : List.of("{\"a\":\"\\ud800\"}", deep)) {
            assertThat(call(request("/hooks/x").POST(BodyPublishers.ofString(body)))
                            .statusCode())
                    .isEqualTo(200);
        }
        sink.close();
        Files.writeString(folder.resolve("hooks.jsonl"), "{\"half\":", StandardOpenOption.APPEND);
        sink = new MailSink(folder, 0, 0);

        JsonNode items = json("/api/v1/hooks").path("items");

        assertThat(items).hasSize(2);
        assertThat(items.get(0).path("body").asText()).isEqualTo(deep);
        assertThat(items.get(1).path("body").path("a").asText()).isEqualTo("\uD800");
    }

    @ParameterizedTest(name = "H2: {0} deletes nothing, and says why")
    @ValueSource(
            strings = {
                "{\"IDs\":\"zz\"}",
                "{\"IDs\":[]}",
                "{\"IDs\":[1]}",
                "{\"IDs\":{\"a\":\"b\"}}",
                "{}",
                "[]",
                "null",
                "{"
            })
    void unclearDelete(String body) throws Exception {
        send("kept", "a", "a");

        HttpResponse<byte[]> answer = call(request("/api/v1/messages").method("DELETE", BodyPublishers.ofString(body)));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("Error");
        assertThat(json("/api/v1/messages?start=1&limit=2147483647")
                        .path("total")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    @DisplayName("only the newest mails are kept")
    void bounded() {
        MailStore store = new MailStore(folder.resolve("small"), 3, java.time.Clock.systemUTC());
        for (int i = 1; i <= 5; i++) {
            store.add(("Subject: " + i + "\r\n\r\ntext").getBytes(StandardCharsets.UTF_8));
        }
        assertThat(store.page(0, 50).messages())
                .extracting(Mailpit.MailSummary::subject)
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

    @ParameterizedTest(name = "H6: {0} is not a name of this server")
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:PORT",
                "localhost",
                "localhost:1",
                "127.0.0.2:PORT",
                "localhost.evil.example:PORT",
                "localhost:PORT@evil.example",
                ""
            })
    void foreignHost(String host) throws Exception {
        send("kept", "a", "a");
        String named = host.replace("PORT", Integer.toString(sink.httpPort()));
        assertThat(raw("GET /api/v1/messages HTTP/1.1", "Host: " + named))
                .startsWith("HTTP/1.1 421")
                .contains("This server answers to localhost")
                .doesNotContain("kept");
        assertThat(raw("DELETE /api/v1/messages HTTP/1.1", "Host: " + named)).startsWith("HTTP/1.1 421");
        assertThat(raw("POST /hooks/desk HTTP/1.1", "Host: " + named)).startsWith("HTTP/1.1 421");
        assertThat(json("/api/v1/messages").path("total").asInt()).isEqualTo(1);
        assertThat(json("/api/v1/hooks").path("items")).isEmpty();
    }

    @Test
    @DisplayName("H6: a request that names no server is refused too; this machine's names are taken")
    void ownHosts() throws Exception {
        assertThat(raw("GET / HTTP/1.0")).contains("421");
        for (String host : new String[] {"localhost", "LOCALHOST", "127.0.0.1", "[::1]"}) {
            assertThat(raw("GET /readyz HTTP/1.1", "Host: " + host + ":" + sink.httpPort()))
                    .as(host)
                    .startsWith("HTTP/1.1 200");
        }
    }

    @Test
    @DisplayName("H6: a page of another site changes nothing; the own page and programs do")
    void foreignOrigin() throws Exception {
        send("kept", "a", "a");
        String host = "Host: localhost:" + sink.httpPort();
        for (String header : new String[] {
            "Origin: https://evil.example",
            "Origin: null",
            "Origin: http://localhost:1",
            "Origin: http://localhost:" + sink.httpPort() + ".evil.example",
            "Sec-Fetch-Site: cross-site",
            "Sec-Fetch-Site: same-site"
        }) {
            assertThat(raw("DELETE /api/v1/messages HTTP/1.1", host, header))
                    .as(header)
                    .startsWith("HTTP/1.1 403");
            assertThat(raw("POST /hooks/desk HTTP/1.1", host, header))
                    .as(header)
                    .startsWith("HTTP/1.1 403");
        }
        assertThat(json("/api/v1/messages").path("total").asInt()).isEqualTo(1);
        assertThat(json("/api/v1/hooks").path("items")).isEmpty();
        assertThat(raw(
                        "DELETE /api/v1/messages HTTP/1.1",
                        host,
                        "Origin: http://localhost:" + sink.httpPort(),
                        "Sec-Fetch-Site: same-origin"))
                .startsWith("HTTP/1.1 200");
        assertThat(json("/api/v1/messages").path("total").asInt()).isZero();
    }

    @Test
    @DisplayName("H6: nothing of it is kept by a browser or read as something else; an odd address is refused in words")
    void headers() throws Exception {
        for (String path : new String[] {"/", "/mail.js", "/api/v1/messages", "/nosuch", "/api/v1/sms"}) {
            HttpResponse<byte[]> answer = get(path);
            assertThat(answer.headers().firstValue("Cache-Control")).as(path).contains("no-store");
            assertThat(answer.headers().firstValue("X-Content-Type-Options"))
                    .as(path)
                    .contains("nosniff");
        }
        assertThat(raw("GET /api/v1/messages?start=%zz HTTP/1.1", "Host: localhost:" + sink.httpPort()))
                .startsWith("HTTP/1.1 400");
    }

    @Test
    @DisplayName("H2: who sends a request byte by byte is cut off, in the head and in the body")
    void slowSender() throws Exception {
        int port = Ports.free();
        Process process = JavaProcess.start(
                MailSink.class,
                folder.resolve("log"),
                List.of("-Dsun.net.httpserver.maxReqTime=1"),
                List.of(folder.toString(), Integer.toString(Ports.free()), Integer.toString(port)));
        try {
            await().atMost(Duration.ofSeconds(30)).until(() -> Ports.answers(port));
            assertThat(cutOff(port, "GET /")).isTrue();
            assertThat(cutOff(
                            port,
                            "POST /hooks/desk HTTP/1.1\r\nHost: localhost:" + port
                                    + "\r\nContent-Length: 1000000\r\n\r\n"))
                    .isTrue();
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    /** Sends a byte every 100 ms until the server ends the connection; false where it never does. */
    private static boolean cutOff(int port, String begin) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(100);
            OutputStream out = socket.getOutputStream();
            out.write(begin.getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 200; i++) {
                try {
                    out.write('a');
                    if (socket.getInputStream().read() < 0) {
                        return true;
                    }
                } catch (SocketTimeoutException e) {
                    // Still open: the next byte.
                } catch (IOException e) {
                    return true;
                }
            }
            return false;
        }
    }

    /** A request as written, which the platform's client would not send. */
    private String raw(String... lines) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", sink.httpPort())) {
            socket.setSoTimeout(10_000);
            String head = String.join("\r\n", lines) + "\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
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
