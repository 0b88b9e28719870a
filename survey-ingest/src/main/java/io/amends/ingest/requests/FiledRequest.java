package io.amends.ingest.requests;

import io.amends.contracts.RequestFiled;

/**
 * What became of a request.
 *
 * @param request as it was filed first, or as it would have been
 */
record FiledRequest(RequestFiled request, FilingEnd verdict) {

    /** Whether it was filed. */
    enum FilingEnd {
        FILED,
        /** The very same was filed before, and nothing happened now. */
        REPEATED,
        /** Its key was used for another request, and nothing happened. */
        KEY_USED,
        /** All that is known of its ticket is of support groups that whoever files it does not see. */
        UNSEEN,
        /** The customer of the ticket said NO: nobody asks for them to be contacted (B4). */
        CONTACT_REFUSED
    }
}
