package io.amends.messages.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.ibm.icu.text.PluralRules;
import io.amends.messages.Languages;
import io.quarkus.qute.TemplateException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds what is wrong with a service's message bundles in other languages than English (C11): a message that a file lacks, or
 * that is of no sentence any more, a gap or condition that is not that of the English, a plural without one of the forms that
 * its language has. A test of the service asks for it.
 */
public final class Translations {
    private static final Pattern GAP = Pattern.compile("\\{([a-zA-Z][^{}]*)}");
    private static final Pattern CONDITION = Pattern.compile("\\{#if ([^{}]*)}");
    private static final Pattern PLURAL = Pattern.compile("\\{#plural (\\w+)}(.*?)\\{/plural}");
    private static final Pattern FORM =
            Pattern.compile("\\{#(zero|one|two|few|many|other)}(.*?)(?=\\{#(?:zero|one|two|few|many|other)}|$)");

    private Translations() {}

    /**
     * What is wrong, each as a line that names the file.
     *
     * @param service any class of the service: its bundles are found beside it
     * @param whole the languages that every bundle must be in; another is checked only where its file is there
     */
    public static List<String> faults(Class<?> service, Collection<String> whole) {
        try {
            Path classes = Path.of(
                    service.getProtectionDomain().getCodeSource().getLocation().toURI());
            return faults(
                    BundleClasses.in(classes, service.getClassLoader()), classes.resolve(BundleFile.FOLDER), whole);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the classes are in no folder", e);
        }
    }

    static List<String> faults(List<Class<?>> bundles, Path folder, Collection<String> whole) throws IOException {
        List<String> faults = new ArrayList<>();
        Set<String> files = files(folder);
        for (Class<?> bundle : bundles) {
            for (String language : Languages.SPOKEN.subList(1, Languages.SPOKEN.size())) {
                String file = BundleFile.name(bundle, language);
                if (files.remove(file)) {
                    check(bundle, language, Files.readAllLines(folder.resolve(file), UTF_8))
                            .forEach(fault -> faults.add(file + ": " + fault));
                } else if (whole.contains(language)) {
                    faults.add(file + ": is not there");
                }
            }
        }
        files.forEach(file -> faults.add(file + ": is of no bundle in a language that is spoken"));
        return faults;
    }

    private static Set<String> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return new TreeSet<>();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static List<String> check(Class<?> bundle, String language, List<String> lines) {
        List<String> faults = new ArrayList<>();
        Map<String, String> messages = new TreeMap<>(BundleFile.messages(lines));
        Arrays.stream(bundle.getMethods())
                .sorted((one, other) -> one.getName().compareTo(other.getName()))
                .forEach(method -> {
                    String message = messages.remove(BundleInterface.key(method));
                    if (message == null || message.isEmpty()) {
                        faults.add(method.getName() + " is missing: " + BundleInterface.text(method));
                    } else {
                        new MessageComparison(method, PluralRules.forLocale(Locale.forLanguageTag(language)), message)
                                .faults()
                                .forEach(fault -> faults.add(method.getName() + " " + fault));
                    }
                });
        messages.keySet().forEach(key -> faults.add(key + " is no message of the bundle"));
        return faults;
    }

    /** One message beside the English that it tells in another language. */
    private record MessageComparison(Method method, PluralRules rules, String message) {

        List<String> faults() {
            try {
                PlainMessages.parse(message);
            } catch (TemplateException e) {
                return List.of("is no message: " + e.getMessage());
            }
            String english = BundleInterface.text(method);
            List<String> faults = new ArrayList<>();
            if (!found(GAP, message).equals(found(GAP, english))) {
                faults.add("has the gaps " + found(GAP, message) + " and not " + found(GAP, english));
            }
            if (!found(CONDITION, message).equals(found(CONDITION, english))) {
                faults.add("has the conditions " + found(CONDITION, message) + " and not " + found(CONDITION, english));
            }
            plurals(english, faults);
            return faults;
        }

        private void plurals(String english, List<String> faults) {
            Set<String> numbers = found(PLURAL, message);
            Set<String> lacking = new TreeSet<>(found(PLURAL, english));
            lacking.removeAll(numbers);
            if (rules.getKeywords().size() > 1 && !lacking.isEmpty()) {
                faults.add("has no plural of " + lacking);
            }
            Set<String> unknown = new TreeSet<>(numbers);
            unknown.removeAll(Arrays.stream(method.getParameters())
                    .map(Parameter::getName)
                    .collect(Collectors.toSet()));
            if (!unknown.isEmpty()) {
                faults.add("has a plural of " + unknown + ", which it is not told");
            }
            PLURAL.matcher(message).results().map(plural -> plural.group(2)).forEach(forms -> forms(forms, faults));
        }

        private void forms(String text, List<String> faults) {
            Map<String, String> forms = FORM.matcher(text)
                    .results()
                    .collect(Collectors.toMap(form -> form.group(1), form -> form.group(2), (a, b) -> b, TreeMap::new));
            Set<String> wanted = new TreeSet<>(rules.getKeywords());
            if (!forms.keySet().equals(wanted)) {
                faults.add("has the plural forms " + forms.keySet() + " and not " + wanted);
                return;
            }
            Set<String> gaps = found(GAP, forms.getOrDefault(PluralRules.KEYWORD_OTHER, ""));
            forms.forEach((form, words) -> {
                // Only a form that is for one number may say it in words.
                boolean many = rules.getUniqueKeywordValue(form) == PluralRules.NO_UNIQUE_VALUE;
                if (many && !found(GAP, words).equals(gaps)) {
                    faults.add("has other gaps in the plural form " + form + ", which is for more numbers than one");
                }
            });
        }

        private static Set<String> found(Pattern pattern, String text) {
            return pattern.matcher(text)
                    .results()
                    .map(match -> match.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
