package io.amends.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Templates and scripts have no sentence of their own: all that they say is in message bundles. */
class WordlessSourcesTest {
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Path SCRIPTS = Path.of("src/main/resources/META-INF/resources/assets");

    /** What is the same in every language: commands, names of files, and keys. */
    private static final Pattern SAME_EVERYWHERE =
            Pattern.compile("(?s)\\{!.*?!}|<pre>.*?</pre>|<kbd[^>]*>.*?</kbd>|<span class=\"mono\">[^<{]*</span>");

    private static final Pattern EXPRESSION = Pattern.compile("\\{[a-zA-Z#/@](?:[^{}'\"]|'[^']*'|\"[^\"]*\")*}|\\{/}");
    private static final Pattern READ_OUT = Pattern.compile("\\s(?:title|placeholder|aria-label|alt)=\"([^\"]*)\"");
    private static final Pattern DATA = Pattern.compile("\\sdata-[\\w-]+=\"([^\"]*)\"");
    private static final Pattern TAG = Pattern.compile("<[^>]*>|&#?\\w+;");
    private static final Pattern WORD = Pattern.compile("\\p{L}+");
    private static final Pattern TWO_WORDS = Pattern.compile("\\p{L}[,;:]?\\s+\\p{L}");

    private static final Pattern COMMENT = Pattern.compile("(?m)(?:^|\\s)//.*$");
    private static final Pattern NAMES = Pattern.compile("(?:querySelector(?:All)?|closest|matches|matchMedia)\\("
            + "(?:\"[^\"]*\"|`[^`]*`)|className\\s*=\\s*\"[^\"]*\"|key\\s*[!=]==\\s*\"[^\"]*\"|\"use strict\"");
    private static final Pattern LITERAL = Pattern.compile("\"([^\"]*)\"|'([^']*)'|`([^`]*)`");
    private static final Pattern ELEMENTS = Pattern.compile("input(?:, (?:textarea|select))+");
    private static final Pattern PART_OF_A_SENTENCE =
            Pattern.compile("\\p{L}[,;:'’]?\\s+\\p{L}|\\p{L}\\s+$|^\\s+\\p{L}+|^\\p{Lu}\\p{Ll}+[.…!?]?$");

    @Test
    @DisplayName("C11: no template has a word outside of its expressions and tags")
    void templates() throws IOException {
        assertThat(found(TEMPLATES, ".html", WordlessSourcesTest::wordsOfTemplate))
                .isEmpty();
    }

    @Test
    @DisplayName("C11: no script has a sentence")
    void scripts() throws IOException {
        assertThat(found(SCRIPTS, ".js", WordlessSourcesTest::wordsOfScript)).isEmpty();
    }

    @ParameterizedTest(name = "a word in a template is found: {0}")
    @ValueSource(
            strings = {
                "<p>Hello</p>",
                "<p>{view.name} is here</p>",
                "<a title=\"Go {there}\">{view.name}</a>",
                "<input placeholder=\"Words\">",
                "<main data-saved=\"It is saved.\">",
                "{#if a}yes{/if}"
            })
    void guiltyTemplates(String template) {
        assertThat(wordsOfTemplate(template)).isNotEmpty();
    }

    @ParameterizedTest(name = "a sentence in a script is found: {0}")
    @ValueSource(
            strings = {
                "tell(\"It is saved.\")",
                "return minutes + \" min ago\";",
                "label = 'Discard';",
                "button(`Saving…`)",
                "place.append(\" from \" + at)",
                "label = \"cap \" + cap",
                "label = \"Saved, thanks\""
            })
    void guiltyScripts(String script) {
        assertThat(wordsOfScript(script)).isNotEmpty();
    }

    @Test
    @DisplayName("what is no word of a template or a script is not taken for one")
    void innocent() {
        assertThat(
                        wordsOfTemplate(
                                "{! A comment. !}<a title=\"{m:go}\" class=\"plain small\">{#if a == 'b c'}{m:text}{/if} ·</a><kbd>j</kbd>"))
                .isEmpty();
        assertThat(
                        wordsOfScript(
                                "// Says so.\nif (e.key === \"Escape\") d.querySelector(\"form input\").className = \"banner urgent\";"))
                .isEmpty();
    }

    private static Map<String, List<String>> found(Path folder, String ending, Function<String, List<String>> words)
            throws IOException {
        Map<String, List<String>> found = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(ending)).toList()) {
                List<String> here = words.apply(Files.readString(file));
                if (!here.isEmpty()) {
                    found.put(folder.relativize(file).toString(), here);
                }
            }
        }
        return found;
    }

    private static List<String> wordsOfTemplate(String template) {
        String html = without(EXPRESSION, without(SAME_EVERYWHERE, template));
        List<String> words = new ArrayList<>();
        READ_OUT.matcher(html).results().map(read -> read.group(1)).forEach(text -> words.addAll(all(WORD, text)));
        DATA.matcher(html)
                .results()
                .map(data -> data.group(1))
                .filter(text -> TWO_WORDS.matcher(text).find())
                .forEach(words::add);
        // A tag of attributes alone has no markup around them.
        words.addAll(all(WORD, without(TAG, without(DATA, html))));
        return words;
    }

    private static List<String> wordsOfScript(String script) {
        return LITERAL.matcher(without(NAMES, without(COMMENT, script)))
                .results()
                .map(WordlessSourcesTest::text)
                // A selector of elements is none.
                .filter(text -> !text.contains("[") && !ELEMENTS.matcher(text).matches())
                .filter(text -> PART_OF_A_SENTENCE.matcher(text).find())
                .toList();
    }

    private static String text(MatchResult literal) {
        return Stream.of(1, 2, 3)
                .map(literal::group)
                .filter(text -> text != null)
                .findFirst()
                .orElse("");
    }

    private static List<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group).toList();
    }

    private static String without(Pattern pattern, String text) {
        return pattern.matcher(text).replaceAll("");
    }
}
