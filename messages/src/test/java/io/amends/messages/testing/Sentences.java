package io.amends.messages.testing;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

@MessageBundle("sentences")
interface Sentences {
    @Message("{#plural rules}{#one}1 rule decides{#other}{rules} rules decide{/plural} by {author}.")
    String decides(int rules, String author);

    @Message("The draft is discarded.")
    String undone();
}
