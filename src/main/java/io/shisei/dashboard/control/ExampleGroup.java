package io.shisei.dashboard.control;

import io.shisei.control.Example;
import io.shisei.control.Example.Outcome;
import io.shisei.control.Text;
import io.shisei.dashboard.Documents;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The examples of a control that show the same. */
record ExampleGroup(Outcome outcome, List<Sample> samples) {

    private static final int GIST = 120;

    /**
     * An example, its document as YAML.
     *
     * @param name null where it has none in the reader's language; {@code gist} tells them apart then
     */
    record Sample(int number, @Nullable String name, String gist, String type, String document) {}

    static List<ExampleGroup> of(List<Example> examples, Documents documents, Locale locale) {
        return Arrays.stream(Outcome.values())
                .map(outcome -> new ExampleGroup(outcome, samples(outcome, examples, documents, locale)))
                .filter(group -> !group.samples().isEmpty())
                .toList();
    }

    private static List<Sample> samples(Outcome outcome, List<Example> examples, Documents documents, Locale locale) {
        var samples = new ArrayList<Sample>();
        for (var example : examples) {
            if (example.expected() == outcome) {
                samples.add(sample(samples.size() + 1, example, documents, locale));
            }
        }
        return samples;
    }

    private static Sample sample(int number, Example example, Documents documents, Locale locale) {
        var document = documents.yaml(example);
        return new Sample(
                number,
                locale.getLanguage().equals("ja") ? null : example.name(),
                Text.shortened(document.replaceAll("\\s+", " "), GIST),
                example.type(),
                document);
    }
}
