package io.shisei.aws.service.rds;

import io.shisei.aws.kind.Kind;
import io.shisei.aws.kind.Listing;
import io.shisei.aws.kind.Naming;
import software.amazon.awssdk.services.rds.model.DBProxy;
import software.amazon.awssdk.services.rds.model.DescribeDbProxiesResponse;

/** Proxies, which share connections to a database. */
final class Proxies {

    static final Kind<DBProxy, DBProxy> KIND = Kind.listed(
            "AWS::RDS::DBProxy",
            DBProxy.class,
            Listing.of(
                    Rds.API.ask("rds:DescribeDBProxies").notEverywhere(),
                    rds -> rds.describeDBProxiesPaginator(request -> request.maxRecords(100)),
                    DescribeDbProxiesResponse::dbProxies),
            Naming.of(DBProxy::dbProxyArn, DBProxy::dbProxyName).taggedAs("rds:db-proxy"));

    private Proxies() {}
}
