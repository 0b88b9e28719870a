package io.amends.dashboard.responses;

import io.amends.contracts.RecoveryDecided;

/** What happens to a response of the read model. */
sealed interface ResponseChange {
    String portal();

    String responseId();

    long version();

    /** It was decided; a replaced one is decided too, and leaves the report. */
    record Decided(RecoveryDecided decided) implements ResponseChange {
        @Override
        public String portal() {
            return decided.portal();
        }

        @Override
        public String responseId() {
            return decided.responseId();
        }

        @Override
        public long version() {
            return decided.responseVersion();
        }
    }

    /** It had counted, and this version of it was quarantined: nothing up to it is listed. */
    record Withdrawn(String portal, String responseId, long version) implements ResponseChange {}
}
