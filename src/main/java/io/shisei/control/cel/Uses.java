package io.shisei.control.cel;

import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.parser.CelParser;
import io.shisei.control.cel.FlawedCondition.Flaw;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which definitions use which, and an order in which each comes after those that it uses. */
final class Uses {

    private final CelParser parser;
    private final Map<String, String> definitions;
    private final Map<String, Set<String>> direct = new HashMap<>();
    private final Set<String> order = new LinkedHashSet<>();
    private final List<Flaw> flaws = new ArrayList<>();

    Uses(CelParser parser, Map<String, String> definitions) {
        this.parser = parser;
        this.definitions = definitions;
        definitions.keySet().forEach(name -> {
            if (!name.matches("[a-zA-Z_][a-zA-Z0-9_]*") || ClauseCompiler.RESERVED.contains(name)) {
                flaws.add(new Flaw(name, 1, 1, "'" + name + "' cannot be the name of a definition: choose another"));
            }
        });
        definitions.forEach((name, text) -> direct.put(name, identifiers(text)));
        definitions.keySet().forEach(name -> place(name, new LinkedHashSet<>()));
    }

    Set<String> order() {
        return order;
    }

    List<Flaw> flaws() {
        return flaws;
    }

    /** The definitions that an expression uses, also through others. */
    Set<String> of(String text) {
        return from(identifiers(text));
    }

    /** Those of {@code names} that are definitions, and all that these use. */
    Set<String> from(Set<String> names) {
        var all = new LinkedHashSet<String>();
        var open = new ArrayList<>(names);
        open.retainAll(definitions.keySet());
        while (!open.isEmpty()) {
            var name = open.removeLast();
            if (all.add(name)) {
                open.addAll(direct.getOrDefault(name, Set.of()));
            }
        }
        return all;
    }

    private void place(String name, LinkedHashSet<String> path) {
        if (order.contains(name)) {
            return;
        }
        if (!path.add(name)) {
            var cycle = String.join(" -> ", path) + " -> " + name;
            flaws.add(new Flaw(name, 1, 1, "definitions go round in a circle: " + cycle));
            return;
        }
        direct.getOrDefault(name, Set.of()).forEach(used -> place(used, path));
        path.remove(name);
        order.add(name);
    }

    private Set<String> identifiers(String text) {
        var names = new LinkedHashSet<String>();
        try {
            var ast = parser.parse(text).getAst();
            CelNavigableAst.fromAst(ast)
                    .getRoot()
                    .allNodes()
                    .filter(node -> node.getKind() == Kind.IDENT)
                    .map(node -> node.expr().ident().name())
                    .filter(definitions::containsKey)
                    .forEach(names::add);
        } catch (CelValidationException e) {
            return names; // reported when it is compiled
        }
        return names;
    }
}
