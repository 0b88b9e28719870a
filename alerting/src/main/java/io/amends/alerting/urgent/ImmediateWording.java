package io.amends.alerting.urgent;

import io.amends.alerting.delivery.AlertQueue.AlertWords;
import io.amends.alerting.digest.Digest;
import io.amends.alerting.immediate.ImmediateCase;
import io.amends.alerting.rendering.RequestForms;
import io.amends.alerting.report.DigestLanguage;
import io.amends.alerting.report.DigestMessages;
import io.amends.alerting.report.ImmediateMailWriter;
import io.amends.alerting.report.ImmediateMessages;
import io.amends.alerting.report.ImmediateWords;
import io.amends.alerting.report.ToldCase;
import io.amends.alerting.sms.ImmediateTextWriter;
import io.amends.contracts.Delivered;
import io.amends.contracts.RecoveryDecided;
import io.amends.contracts.RequestFiled;
import io.amends.contracts.directory.Contact;
import io.amends.contracts.directory.Group;
import io.amends.contracts.directory.Segment;
import io.amends.kit.directory.PortalDirectory;
import io.amends.kit.time.WorkingTime;
import io.amends.messages.Languages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Puts what is told at once into words, in the reader's language (C7, C11). */
@ApplicationScoped
class ImmediateWording {
    private final Function<Locale, ImmediateMessages> sentences;
    private final Function<Locale, DigestMessages> ofDigests;
    private final URI pages;

    ImmediateWording(
            @Any Instance<ImmediateMessages> sentences,
            @Any Instance<DigestMessages> ofDigests,
            @ConfigProperty(name = "amends.base-url") String baseUrl) {
        this.sentences = Languages.each(sentences);
        this.ofDigests = Languages.each(ofDigests);
        this.pages = URI.create(baseUrl.replaceAll("/+$", ""));
    }

    /** The words of one case or more, of which the first is still to be done. */
    AlertWords of(List<ImmediateCase> told, ToldBy whom, PortalDirectory directory, Instant now) {
        Locale locale = locale(directory, directory.contacts().get(whom.contactId()));
        ImmediateWords words = new ImmediateWords(
                sentences.apply(locale), new DigestLanguage(ofDigests.apply(locale), locale), directory.portal(), now);
        List<ToldCase> cases =
                told.stream().map(one -> told(one, whom.contactId(), directory)).toList();
        return whom.channel() == Delivered.Channel.SMS
                ? AlertWords.ofText(new ImmediateTextWriter(
                                words.messages(), directory.portal().name())
                        .text(cases, words))
                : AlertWords.of(RequestForms.of(new ImmediateMailWriter(words, directory.cpc(), pages).mail(cases)));
    }

    /** The text message of an urgent request (A9). */
    AlertWords of(RequestFiled request, PortalDirectory directory, Contact reader) {
        ImmediateMessages messages = sentences.apply(locale(directory, reader));
        return AlertWords.ofText(
                new ImmediateTextWriter(messages, directory.portal().name())
                        .text(request, groupName(directory, request.supportGroup())));
    }

    private static Locale locale(PortalDirectory directory, @Nullable Contact reader) {
        return Languages.of(
                reader == null ? null : reader.language(), directory.portal().language());
    }

    private static ToldCase told(ImmediateCase one, String contactId, PortalDirectory directory) {
        RecoveryDecided decision = one.candidate().decision();
        WorkingTime desk = directory.deskTime(decision.supportGroup());
        Instant due = desk.endOfDay(decision.response().submittedAt(), 0).orElse(null);
        String segment = decision.response().segment();
        boolean byRule = ImmediateAlerts.recipients(directory).also(decision).contains(contactId);
        Segment named = segment == null ? null : directory.segments().get(segment);
        return new ToldCase(
                new Digest.Item(
                        decision,
                        groupName(directory, decision.supportGroup()),
                        named == null ? segment : named.name(),
                        List.of(),
                        null,
                        null,
                        byRule ? decision.ruleNaming(contactId) : null),
                new ToldCase.Due(due, desk.zone()),
                one.solved());
    }

    private static String groupName(PortalDirectory directory, String code) {
        Group group = directory.groups().get(code);
        return group == null ? code : group.name();
    }
}
