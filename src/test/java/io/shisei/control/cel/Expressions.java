package io.shisei.control.cel;

import java.util.List;
import java.util.Random;

/** Makes expressions over {@link Things} at random. */
record Expressions(Random random) {

    String truth(int depth) {
        if (depth == 0) {
            return pick(
                    "resource.Config.On",
                    "(resource.Name == 'a')",
                    "(region != '')",
                    "has(resource.Config)",
                    "has(resource.Size)");
        }
        var d = depth - 1;
        return switch (random.nextInt(14)) {
            case 0 -> "(%s && %s)".formatted(truth(d), truth(d));
            case 1 -> "(%s || %s)".formatted(truth(d), truth(d));
            case 2 -> "!(%s)".formatted(truth(d));
            case 3 -> "(%s ? %s : %s)".formatted(truth(d), truth(d), truth(d));
            case 4 -> "%s.%s(p, %s)".formatted(parts(d), pick("exists", "all", "exists_one"), ofPart(d));
            case 5 -> "(%s %s %s)".formatted(number(d), pick("<", "<=", ">", ">=", "==", "!="), number(d));
            case 6 -> "(%s in %s)".formatted(text(d), texts(d));
            case 7 -> "(%s %s %s)".formatted(texts(d), pick("==", "!="), texts(d));
            case 8 -> "((%s) == (%s))".formatted(truth(d), truth(d));
            case 9 -> "cel.bind(b, %s, %s && (b || %s))".formatted(truth(d), truth(d), truth(d));
            case 10 -> "resource.?Config.?On.orValue(%s)".formatted(truth(d));
            case 11 -> "(%s)[0].On".formatted(parts(d));
            case 12 -> "(%s in resource.ByKey && resource.ByKey['k'].On)".formatted(text(d));
            default -> truth(0);
        };
    }

    private String ofPart(int depth) {
        if (depth == 0) {
            return pick("p.On", "p.Port > 80", "p.Name == resource.Name", "has(p.Tags)", "resource.Config.On");
        }
        var d = depth - 1;
        return switch (random.nextInt(4)) {
            case 0 -> "(%s && %s)".formatted(ofPart(d), truth(d));
            case 1 -> "(%s || %s)".formatted(ofPart(d), truth(d));
            case 2 -> "p.Tags.exists(t, t == %s)".formatted(text(0));
            default -> ofPart(0);
        };
    }

    String parts(int depth) {
        if (depth == 0) {
            return pick("resource.Parts", "resource.More", "[resource.Config]", "resource.Parts");
        }
        var d = depth - 1;
        return switch (random.nextInt(7)) {
            case 0, 1 -> "%s.filter(p, %s)".formatted(parts(d), ofPart(d));
            case 2 -> "(%s + %s)".formatted(parts(d), parts(d));
            case 3 -> "(%s ? %s : %s)".formatted(truth(d), parts(d), parts(d));
            case 4 -> "[%s, %s].flatten()".formatted(parts(d), parts(d));
            case 5 -> "%s.reverse()".formatted(parts(d));
            default -> parts(0);
        };
    }

    private String texts(int depth) {
        if (depth == 0) {
            return pick(
                    "['a', resource.Name]", "resource.Config.Tags", "[region].filter(r, r == 'b')", "['b', region]");
        }
        var d = depth - 1;
        return switch (random.nextInt(5)) {
            case 0 -> "%s.map(p, p.Name)".formatted(parts(d));
            case 1 -> "%s.map(p, p.Tags).flatten()".formatted(parts(d));
            case 2 -> "%s.distinct()".formatted(texts(d));
            case 3 -> "(%s + %s)".formatted(texts(d), texts(d));
            default -> texts(0);
        };
    }

    private String text(int depth) {
        return depth > 0 && random.nextBoolean()
                ? "(%s ? %s : %s)".formatted(truth(depth - 1), text(0), text(0))
                : pick("'a'", "'k'", "resource.Name", "resource.Config.Name");
    }

    private String number(int depth) {
        if (depth == 0) {
            return pick("(size(partition) - 3)", "size(account)", "resource.Size", "resource.Config.Port");
        }
        var d = depth - 1;
        return switch (random.nextInt(5)) {
            case 0 -> "%s.size()".formatted(parts(d));
            case 1 -> "%s.size()".formatted(texts(d));
            case 2 -> "(%s + %s)".formatted(number(d), number(d));
            case 3 -> "(%s ? %s : %s)".formatted(truth(d), number(d), number(d));
            default -> number(0);
        };
    }

    private String pick(String... choices) {
        return List.of(choices).get(random.nextInt(choices.length));
    }
}
