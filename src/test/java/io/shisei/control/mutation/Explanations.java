package io.shisei.control.mutation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Why survivors may survive: a sentence for each, under its control and key. */
public record Explanations(Map<String, Map<String, String>> sentences) {

    private static final String FILE = "survivors.yaml";

    public static Explanations read() throws IOException {
        try (var file = Explanations.class.getResourceAsStream(FILE)) {
            var sentences = new HashMap<String, Map<String, String>>();
            new YAMLMapper().readTree(Objects.requireNonNull(file, FILE)).forEachEntry((control, keys) -> {
                var byKey = new HashMap<String, String>();
                keys.forEachEntry((key, sentence) -> byKey.put(key, sentence.asString()));
                sentences.put(control, byKey);
            });
            return new Explanations(sentences);
        }
    }

    /** The sentence about a survivor, or an empty text. */
    public String of(Survivor survivor) {
        return sentences.getOrDefault(survivor.control(), Map.of()).getOrDefault(survivor.key(), "");
    }

    /** Those of mutants that are noticed by now, or of conditions that were changed. */
    public List<String> outdated(List<Tally> tallies) {
        var outdated = new ArrayList<String>();
        tallies.forEach(tally -> {
            var keys = new ArrayList<>(
                    sentences.getOrDefault(tally.name(), Map.of()).keySet());
            tally.survivors().forEach(survivor -> keys.remove(survivor.key()));
            keys.forEach(key -> outdated.add(tally.name() + " " + key));
        });
        return outdated;
    }
}
