package io.shisei.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** A page of all the pictures in a folder, side by side. */
final class Album {

    private static final String PAGE = """
            <!DOCTYPE html>
            <title>Pictures</title>
            <style>body { display: flex; flex-wrap: wrap; gap: 1rem; font: 12px sans-serif } img { display: block; width: 20rem }</style>
            %s
            """;

    private Album() {}

    /** Writes the page and answers where it is. */
    static Path bind(Path folder) throws IOException {
        var page = folder.resolve("index.html");
        try (var files = Files.walk(folder)) {
            var pictures = files.filter(it -> it.toString().endsWith(".png"))
                    .map(it -> folder.relativize(it).toString())
                    .sorted()
                    .map("<a href=\"%1$s\"><img loading=\"lazy\" src=\"%1$s\" alt=\"\">%1$s</a>"::formatted)
                    .collect(Collectors.joining("\n"));
            return Files.writeString(page, PAGE.formatted(pictures));
        }
    }
}
