package io.shisei.reach;

import io.shisei.inventory.Document;
import io.shisei.reach.Fact.Kind;
import java.util.stream.Collectors;

/** Whether the route tables in a document lead to the internet. */
final class Routes {

    private static final String FIELD = "RouteTables";

    private Routes() {}

    /** Of the tables of all subnets in which the resource may be: AWS does not tell in which of them it is. */
    static Fact of(Document document) {
        var fields = new Part(document.fields());
        var tables = fields.parts(FIELD).toList();
        if (tables.isEmpty() || document.gap(FIELD) != null) {
            return new Fact(Kind.ROUTES_NOT_KNOWN, "");
        }
        var leading = tables.stream()
                .filter(table -> table.parts("Routes").anyMatch(Family.IPV4::leadsOut))
                .toList();
        var ids = leading.stream().map(table -> table.text("RouteTableId").orElse(""));
        return new Fact(kind(leading.size(), tables.size()), ids.distinct().collect(Collectors.joining(", ")));
    }

    private static Kind kind(int leading, int all) {
        if (leading == 0) {
            return Kind.NO_ROUTE_TO_INTERNET;
        }
        return leading == all ? Kind.ROUTE_TO_INTERNET : Kind.ROUTE_OF_SOME_SUBNETS;
    }
}
