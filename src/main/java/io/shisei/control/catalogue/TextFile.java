package io.shisei.control.catalogue;

/**
 * A file of the catalogue.
 *
 * @param name how it is called in messages, {@code controls/ec2.yaml}
 */
public record TextFile(String name, String text) {

    /** Whether it holds examples; they are of the controls in the file of the same name without {@code .examples}. */
    public boolean examples() {
        return name.endsWith(".examples.yaml");
    }

    /** Its name without folder and ending. */
    String stem() {
        return name.substring(name.lastIndexOf('/') + 1).replaceFirst("[.].*", "");
    }

    public TextFile {
        text = text.replace("\r\n", "\n");
    }

    /**
     * Where the given line and column of a text stand in the file, when the text begins at {@code start}. Block texts
     * may be folded, so that characters are counted that are no white space.
     */
    public Yaml.Place within(Yaml.Place start, String value, int line, int column) {
        var before = value.lines().limit(line - 1L).mapToInt(String::length).sum() + line - 1 + column - 1;
        var wanted = value.substring(0, Math.min(before, value.length()))
                .chars()
                .filter(c -> !space(c))
                .count();
        var lines = text.lines().toList();
        var row = start.line() - 1;
        var from = start.column() - 1;
        if (row < lines.size() && lines.get(row).substring(from).matches("[>|][-+0-9]*\\s*")) {
            row++;
            from = 0;
        } else if (row < lines.size() && lines.get(row).substring(from).matches("['\"].*")) {
            from++;
        }
        for (; row < lines.size(); row++, from = 0) {
            for (int i = from; i < lines.get(row).length(); i++) {
                if (!space(lines.get(row).charAt(i)) && wanted-- == 0) {
                    return new Yaml.Place(row + 1, i + 1);
                }
            }
        }
        return start;
    }

    private static boolean space(int c) {
        return c == ' ' || c == '\t' || c == '\n';
    }
}
