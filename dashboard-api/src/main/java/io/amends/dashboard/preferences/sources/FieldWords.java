package io.amends.dashboard.preferences.sources;

import io.amends.contracts.mapping.TargetField;
import io.amends.contracts.mapping.TargetField.ResponseField;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the fields of a response are called where a mapping fills them. */
@ApplicationScoped
class FieldWords {
    private final MappingMessages messages;

    FieldWords(MappingMessages messages) {
        this.messages = messages;
    }

    String name(TargetField field) {
        return switch (field.target()) {
            case RESPONSE_ID -> messages.responseId();
            case TICKET_ID -> messages.ticketId();
            case SUPPORT_GROUP -> messages.supportGroup();
            case SEGMENT -> messages.segment();
            case BRAND -> messages.brand();
            case CHANNEL -> messages.channel();
            case LANGUAGE -> messages.language();
            case AGENT_ID -> messages.agentId();
            case AGENT_NAME -> messages.agentName();
            case CUSTOMER_ID -> messages.customerId();
            case CUSTOMER_NAME -> messages.customerName();
            case CUSTOMER_EMAIL -> messages.customerEmail();
            case CUSTOMER_PHONE -> messages.customerPhone();
            case CUSTOMER_COMPANY -> messages.customerCompany();
            case COMMENT -> messages.comment();
            case FACTORS -> messages.factors();
            case TAGS -> messages.tags();
            case CONTACT_CHOICE -> messages.contactChoice();
            case SUBMITTED_AT -> messages.submittedAt();
            case UPDATED_AT -> messages.updatedAt();
            case FOLLOW_UP_OF -> messages.followUpOf();
            case MEASURES -> messages.measure(Objects.requireNonNull(field.name()));
            case PROPERTIES -> messages.property(Objects.requireNonNull(field.name()));
        };
    }

    /** The field that stands at a place of a response; null where no mapping fills it. */
    static @Nullable TargetField at(String pointer) {
        for (ResponseField target : ResponseField.values()) {
            String before = "/" + target.word() + "/";
            if (target.named() && pointer.startsWith(before)) {
                return new TargetField(
                        target,
                        pointer.substring(before.length()).replace("~1", "/").replace("~0", "~"));
            }
            if (!target.named() && TargetField.of(target).pointer().equals(pointer)) {
                return TargetField.of(target);
            }
        }
        return null;
    }
}
