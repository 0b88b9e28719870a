package io.amends.dashboard.quarantine;

import java.util.List;

/**
 * What a repair of many would do, in finished words.
 *
 * @param headline how many would be corrected
 * @param sentences what becomes of them
 * @param url where it is done
 * @param kept what was chosen, so that it is sent again
 * @param does whether anything would be done
 * @param back the list that it came from
 */
public record AlikeView(
        String headline, List<String> sentences, String url, List<KeptField> kept, boolean does, String back) {

    /** Something that was chosen. */
    public record KeptField(String name, String value) {}
}
