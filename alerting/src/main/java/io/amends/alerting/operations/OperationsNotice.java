package io.amends.alerting.operations;

import io.amends.alerting.report.OperationsMailWriter;
import io.amends.alerting.report.RequestMail;
import io.amends.contracts.QuarantineWaiting;
import io.amends.contracts.SourceSilence;
import io.amends.contracts.directory.Portal;

/** An event of the topic of operations. */
sealed interface OperationsNotice {
    /** The id of the event: who gets a mail of it gets one. */
    String id();

    /** The code of the portal that it is of. */
    String portal();

    /** The mail that tells it. */
    RequestMail mail(OperationsMailWriter writer, Portal portal);

    /** Somebody is silent. */
    record OfSilence(String id, SourceSilence told) implements OperationsNotice {
        @Override
        public String portal() {
            return told.portal();
        }

        @Override
        public RequestMail mail(OperationsMailWriter writer, Portal portal) {
            return writer.silent(told, portal);
        }
    }

    /** Somebody sends again. */
    record OfSpeech(String id, SourceSilence told) implements OperationsNotice {
        @Override
        public String portal() {
            return told.portal();
        }

        @Override
        public RequestMail mail(OperationsMailWriter writer, Portal portal) {
            return writer.heard(told, portal);
        }
    }

    /** Responses wait in quarantine. */
    record OfQuarantine(String id, QuarantineWaiting told) implements OperationsNotice {
        @Override
        public String portal() {
            return told.portal();
        }

        @Override
        public RequestMail mail(OperationsMailWriter writer, Portal portal) {
            return writer.waiting(told, portal);
        }
    }
}
