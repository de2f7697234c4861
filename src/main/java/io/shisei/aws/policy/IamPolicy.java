package io.shisei.aws.policy;

import io.shisei.account.AccessPolicy;
import io.shisei.aws.door.Directory;
import io.shisei.aws.door.HubOffice;
import io.shisei.aws.kind.Call;
import io.shisei.aws.kind.Service;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The least that IAM has to allow, told by the calls that the collectors declare. Same collectors, same text. */
@Component
public class IamPolicy implements AccessPolicy {

    private static final String NAME = "shisei-reads";

    /** What other accounts can do without. */
    private static final List<Extra> EXTRAS = List.of(
            new Extra(
                    "Organization",
                    "ListsOrganization",
                    "IsOrganization",
                    "\"yes\" in the management account, or a delegated administrator, from which Shisei lists the organization",
                    extra("shisei-organization", "OrganizationManagementOrDelegatedAccountOnly", Directory.ACTIONS)),
            new Extra(
                    "SecurityHub",
                    "ReadsSecurityHub",
                    "IsCompared",
                    "\"yes\" where Shisei is to be compared with what Security Hub found",
                    extra("shisei-security-hub", "ComparisonWithSecurityHubOnly", Set.of(HubOffice.ACTION))));

    private static Policy extra(String name, String sid, Set<String> actions) {
        return new Policy(
                name, List.of(new Statement(sid, List.copyOf(new TreeSet<>(actions)), List.of(Statement.ALL))));
    }

    private final Policy whole;
    private final List<Policy> parts;

    IamPolicy(List<Service> services) {
        var reads = statements(
                services.stream().flatMap(service -> service.calls().stream()).toList());
        this.parts = Packing.of(NAME, reads);
        this.whole = new Policy(
                "shisei",
                Stream.concat(reads.stream(), EXTRAS.stream().flatMap(extra -> extra.policy().statements().stream()))
                        .toList());
    }

    /** Every IAM action, sorted. */
    public Set<String> actions() {
        return whole.actions();
    }

    List<Statement> statements() {
        return whole.statements();
    }

    @Override
    public String json(String partition) {
        return whole.text(partition);
    }

    @Override
    public List<Part> parts(String partition) {
        return Stream.concat(
                        parts.stream().map(policy -> part(policy, false, partition)),
                        EXTRAS.stream().map(extra -> part(extra.policy(), true, partition)))
                .toList();
    }

    private static Part part(Policy policy, boolean optional, String partition) {
        return new Part(policy.name(), policy.length(), policy.actions(), policy.text(partition), optional);
    }

    @Override
    public Optional<String> allowing(Collection<String> actions, String partition) {
        var needed = whole.statements().stream()
                .flatMap(statement -> statement.only(actions).stream())
                .toList();
        return needed.isEmpty() ? Optional.empty() : Optional.of(new Policy("", needed).text(partition));
    }

    @Override
    public String cloudFormation() {
        return new RoleTemplate(parts, EXTRAS).yaml();
    }

    /** By service, one for what IAM allows for everything, and one for each action that it allows for some resources. */
    private static List<Statement> statements(List<Call> calls) {
        var bound = new TreeMap<String, SortedSet<String>>();
        var free = new TreeMap<String, SortedSet<String>>(Map.of("ec2", new TreeSet<>(Set.of("ec2:DescribeRegions"))));
        for (var call : calls) {
            if (call.resources().isEmpty()) {
                free.computeIfAbsent(prefix(call), prefix -> new TreeSet<>()).add(call.action());
            } else {
                bound.computeIfAbsent(call.action(), action -> new TreeSet<>()).addAll(call.resources());
            }
        }
        free.values().forEach(actions -> actions.removeAll(bound.keySet()));
        return statements(free, bound);
    }

    private static List<Statement> statements(
            Map<String, SortedSet<String>> free, Map<String, SortedSet<String>> bound) {
        var statements = new TreeMap<String, Statement>();
        free.forEach((prefix, actions) -> {
            if (!actions.isEmpty()) {
                statements.put(prefix, new Statement(sid(prefix), List.copyOf(actions), List.of(Statement.ALL)));
            }
        });
        bound.forEach((action, resources) ->
                statements.put(action, new Statement(sid(action), List.of(action), List.copyOf(resources))));
        return new ArrayList<>(statements.values());
    }

    private static String prefix(Call call) {
        return call.action().substring(0, call.action().indexOf(':'));
    }

    private static String sid(String words) {
        return words.replaceAll("[^A-Za-z0-9]", "");
    }
}
