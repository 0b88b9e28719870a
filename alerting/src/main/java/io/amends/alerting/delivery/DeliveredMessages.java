package io.amends.alerting.delivery;

import io.amends.alerting.archive.DigestStore;
import io.amends.alerting.digest.Digest;
import io.amends.alerting.rendering.DigestForms;
import io.amends.alerting.sms.SmsParts;
import io.amends.contracts.api.ListedDelivery.Attachment;
import io.amends.contracts.api.ListedDelivery.DeliveredMessage;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What deliveries say, as it was sent (C9, F7). Renders nothing: what nobody has sent yet may still change. */
@Singleton
final class DeliveredMessages {
    private final Jdbi jdbi;
    private final DigestStore digests;
    private final Renderings renderings;
    private final AlertMails alerts;
    private final DigestTexts texts;
    private final PostStore posts;

    DeliveredMessages(
            Jdbi jdbi,
            DigestStore digests,
            Renderings renderings,
            AlertMails alerts,
            DigestTexts texts,
            PostStore posts) {
        this.jdbi = jdbi;
        this.digests = digests;
        this.renderings = renderings;
        this.alerts = alerts;
        this.texts = texts;
        this.posts = posts;
    }

    /** The message of a delivery; null before it is written. */
    @Nullable
    DeliveredMessage of(QueuedMail mail) {
        UUID id = UUID.fromString(mail.id());
        return switch (mail.channel()) {
            case EMAIL -> mail(id, mail.addressee().digestId());
            case SMS -> text(jdbi.withHandle(handle -> texts.body(handle, id)));
            case TEAMS, SLACK, WEBHOOK ->
                post(jdbi.withHandle(handle -> posts.of(handle, id)).body());
        };
    }

    private @Nullable DeliveredMessage mail(UUID id, @Nullable String digestId) {
        if (digestId == null) {
            return mail(jdbi.withHandle(handle -> alerts.of(handle, id)), List.of());
        }
        Digest digest = jdbi.withHandle(handle -> digests.find(handle, UUID.fromString(digestId)))
                .orElseThrow();
        Optional<DigestForms> forms = renderings.kept(digest);
        return forms.map(written -> mail(
                        written,
                        written.pdf() == null
                                ? List.of()
                                : List.of(new Attachment(
                                        Renderings.fileName(digest), "/v1/digests/" + digestId + "/pdf"))))
                .orElse(null);
    }

    private static DeliveredMessage mail(DigestForms forms, List<Attachment> attachments) {
        return new DeliveredMessage(forms.html(), forms.text(), null, attachments);
    }

    private static DeliveredMessage post(byte[] body) {
        return new DeliveredMessage(null, new String(body, StandardCharsets.UTF_8), null, List.of());
    }

    private static DeliveredMessage text(String body) {
        return new DeliveredMessage(null, body, SmsParts.of(body), List.of());
    }
}
