package io.shisei.benchmark;

import java.util.Map;

/**
 * One page to be taken.
 *
 * @param name of its files
 * @param clicked the selector of what is clicked before, or nothing
 */
record Shot(String name, String address, String clicked) {

    /** @param line {@code address | selector}, where words in braces stand for what {@code names} says */
    static Shot of(String line, Map<String, String> names) {
        var parts = line.split(" \\| ", 2);
        var address = parts[0];
        for (var name : names.entrySet()) {
            address = address.replace("{" + name.getKey() + "}", name.getValue());
        }
        var file = line.replaceFirst("^/(?=$|[ ?])", "overview ")
                .replaceAll("[^A-Za-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return new Shot(file, address, parts.length == 2 ? parts[1] : "");
    }
}
