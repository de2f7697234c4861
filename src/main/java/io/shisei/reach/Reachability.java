package io.shisei.reach;

import static java.util.stream.Collectors.toMap;

import io.shisei.finding.ComplianceStatus;
import io.shisei.finding.resource.ResourceVerdict;
import io.shisei.inventory.StoredResource;
import io.shisei.reach.Fact.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Tells whether the internet reaches a resource by its public address or endpoint, security groups and routes, or by a
 * public policy, as far as they are in the inventory. What stands in between, as network ACLs and firewalls, is not
 * looked at, nor what comes in by way of another resource.
 */
@Component
public class Reachability {

    /** Those that say whether everyone may read or write a bucket, the account's settings included. */
    private static final List<String> PUBLIC_BUCKETS = List.of("S3.2", "S3.3");

    private static final Set<Family> IPV4 = Set.of(Family.IPV4);

    private final Interfaces interfaces;
    private final SecurityGroups groups;

    Reachability(Interfaces interfaces, SecurityGroups groups) {
        this.interfaces = interfaces;
        this.groups = groups;
    }

    /** Empty for types of which nothing can be said. {@code verdicts} is what the controls say of the resource. */
    public Optional<Reach> of(StoredResource resource, List<ResourceVerdict> verdicts) {
        return resource.goneAt() != null ? Optional.empty() : ofType(resource, verdicts);
    }

    private Optional<Reach> ofType(StoredResource resource, List<ResourceVerdict> verdicts) {
        var fields = new Part(resource.document().fields());
        return switch (resource.type()) {
            case "AWS::EC2::Instance" -> Optional.of(interfaces.ofInstance(resource));
            case "AWS::EC2::NetworkInterface" -> Optional.of(interfaces.ofInterface(resource));
            case "AWS::RDS::DBInstance" -> Optional.of(database(resource, fields, Routes.of(resource.document())));
            case "AWS::Redshift::Cluster" ->
                Optional.of(database(resource, fields, new Fact(Kind.ROUTES_NOT_KNOWN, "")));
            case "AWS::ElasticLoadBalancingV2::LoadBalancer", "AWS::ElasticLoadBalancing::LoadBalancer" ->
                fields.text("Scheme").map(scheme -> balancer(resource, fields, scheme));
            case "AWS::OpenSearch::Domain", "AWS::Elasticsearch::Domain" -> domain(fields);
            case "AWS::S3::Bucket" -> Optional.of(bucket(verdicts));
            default -> Optional.empty();
        };
    }

    private Reach database(StoredResource resource, Part fields, Fact routes) {
        if (!fields.has("PubliclyAccessible")) {
            return Reach.way(List.of());
        }
        if (!fields.isTrue("PubliclyAccessible")) {
            return Reach.way(new Fact(Kind.NOT_PUBLICLY_ACCESSIBLE, ""));
        }
        var endpoint = fields.part("Endpoint");
        var ids = fields.texts("VpcSecurityGroups", "VpcSecurityGroupId");
        return Reach.way(
                new Fact(Kind.PUBLICLY_ACCESSIBLE, endpoint.text("Address").orElse("")),
                groups.letIn(resource, ids, IPV4, endpoint.number("Port")),
                routes);
    }

    /** AWS itself calls a load balancer internet-facing. Of those without security groups there are only network ones. */
    private Reach balancer(StoredResource resource, Part fields, String scheme) {
        if (!scheme.equals("internet-facing")) {
            return Reach.way(new Fact(Kind.INTERNAL, scheme));
        }
        var ids = fields.texts("SecurityGroups");
        return Reach.way(
                new Fact(
                        Kind.INTERNET_FACING,
                        fields.text("DNSName")
                                .or(() -> fields.text("CanonicalHostedZoneName"))
                                .orElse("")),
                ids.isEmpty()
                        ? new Fact(Kind.WITHOUT_GROUPS, "")
                        : groups.letIn(resource, ids, Set.of(Family.values()), null));
    }

    private static Optional<Reach> domain(Part fields) {
        var vpc = fields.part("VPCOptions").text("VPCId");
        return vpc.map(id -> Reach.way(new Fact(Kind.VPC_ENDPOINT, id)))
                .or(() -> fields.text("Endpoint")
                        .or(() -> fields.text("EndpointV2"))
                        .map(endpoint -> Reach.way(new Fact(Kind.PUBLIC_ENDPOINT, endpoint))));
    }

    private static Reach bucket(List<ResourceVerdict> verdicts) {
        var known = verdicts.stream().collect(toMap(verdict -> verdict.id().value(), Reachability::kind));
        return Reach.anyOf(PUBLIC_BUCKETS.stream()
                .map(id -> Reach.way(new Fact(known.getOrDefault(id, Kind.PUBLIC_NOT_KNOWN), id)))
                .toList());
    }

    private static Kind kind(ResourceVerdict verdict) {
        var finding = verdict.finding();
        if (verdict.state() != ResourceVerdict.State.JUDGED || finding == null) {
            return Kind.PUBLIC_NOT_KNOWN;
        }
        return finding.complianceStatus() == ComplianceStatus.FAILED
                ? Kind.PUBLIC
                : finding.complianceStatus() == ComplianceStatus.PASSED ? Kind.NOT_PUBLIC : Kind.PUBLIC_NOT_KNOWN;
    }
}
