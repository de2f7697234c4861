package io.shisei.control.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.types.CelType;
import io.shisei.control.cel.check.Content;
import java.util.List;
import java.util.Set;

/**
 * A compiled expression with what is known of it.
 *
 * @param content which texts its value can hold
 * @param reads the paths of the document that it selects
 * @param origins the paths that its value may come from
 * @param names the variables that it uses
 */
public record Clause(
        String name,
        CelAbstractSyntaxTree ast,
        Expression compiled,
        Content content,
        Set<List<String>> reads,
        Set<List<String>> origins,
        Set<String> names,
        Use use) {

    public CelType type() {
        return ast.getResultType();
    }
}
