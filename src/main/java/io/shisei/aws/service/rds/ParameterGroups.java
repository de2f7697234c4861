package io.shisei.aws.service.rds;

import io.shisei.aws.kind.Ask;
import io.shisei.aws.kind.Listing;
import io.shisei.aws.kind.Site;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DescribeDbClusterParametersResponse;
import software.amazon.awssdk.services.rds.model.DescribeDbParametersResponse;
import software.amazon.awssdk.services.rds.model.Parameter;

/** The settings of database engines, each group of them read once however many databases share it. */
final class ParameterGroups {

    static final Ask<RdsClient> PARAMETERS = Rds.API.ask("rds:DescribeDBParameters");
    static final Ask<RdsClient> CLUSTER_PARAMETERS = Rds.API.ask("rds:DescribeDBClusterParameters");

    /** A group has hundreds, of which these are kept. */
    private static final Set<String> KEPT =
            Set.of("rds.force_ssl", "require_secure_transport", "server_audit_logging", "server_audit_events");

    private ParameterGroups() {}

    /** Of a group for instances. */
    static List<Parameter> parameters(Site site, String group) {
        return site.all(
                List.of(PARAMETERS, group),
                kept(Listing.of(
                        PARAMETERS,
                        rds -> rds.describeDBParametersPaginator(
                                request -> request.dbParameterGroupName(group).maxRecords(100)),
                        DescribeDbParametersResponse::parameters)));
    }

    /** Of a group for clusters. */
    static List<Parameter> clusterParameters(Site site, String group) {
        return site.all(
                List.of(CLUSTER_PARAMETERS, group),
                kept(Listing.of(
                        CLUSTER_PARAMETERS,
                        rds -> rds.describeDBClusterParametersPaginator(request ->
                                request.dbClusterParameterGroupName(group).maxRecords(100)),
                        DescribeDbClusterParametersResponse::parameters)));
    }

    private static Listing<Parameter> kept(Listing<Parameter> all) {
        return all.filter(parameter -> KEPT.contains(parameter.parameterName()));
    }
}
