package io.shisei.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A page or a call.
 *
 * @param address where a word in braces is drawn, or one of several between bars
 */
record Question(String address) {

    private static final Path FOLDER = Path.of("src/benchmark/years");
    private static final Pattern DRAWN = Pattern.compile("\\{([^}]+)}");

    String drawn(Draw draw) {
        return DRAWN.matcher(address).replaceAll(word -> draw.one(word.group(1)));
    }

    /** All pages and calls that show more where there is more. */
    static List<Question> pages() throws IOException {
        return Files.readAllLines(FOLDER.resolve("pages.txt")).stream()
                .map(Question::new)
                .toList();
    }

    /** Each filter of the list of findings, each two of them, in each order. */
    static List<Question> filters() throws IOException {
        var filters = Files.readAllLines(FOLDER.resolve("filters.txt"));
        var questions = new ArrayList<Question>();
        for (var order : List.of("SEVERITY", "NEWEST", "DUE")) {
            for (int i = 0; i < filters.size(); i++) {
                questions.add(new Question("/findings?sort=" + order + "&" + filters.get(i)));
                for (int j = i + 1; j < filters.size(); j++) {
                    questions.add(
                            new Question("/findings?sort=" + order + "&" + filters.get(i) + "&" + filters.get(j)));
                }
            }
        }
        return questions;
    }
}
