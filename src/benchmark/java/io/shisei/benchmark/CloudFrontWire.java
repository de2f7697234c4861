package io.shisei.benchmark;

import io.shisei.benchmark.StubAccount.Kind;
import java.util.stream.Collectors;

/** CloudFront as REST XML. */
record CloudFrontWire(StubAccount account) {

    private static final String SPACE = " xmlns=\"http://cloudfront.amazonaws.com/doc/2020-05-31/\"";
    private static final String LIST = "/2020-05-31/distribution";

    Reply answer(Asked asked) {
        if (asked.path().equals(LIST)) {
            return list(asked);
        }
        if (!asked.path().startsWith(LIST + "/E")) {
            return NothingWire.answer(asked);
        }
        var id = asked.path().substring(LIST.length() + 1).replace("/config", "");
        var number = Integer.parseInt(id.substring(1));
        return account.exists(Kind.DISTRIBUTIONS, "global", number)
                ? Reply.xml("cloudfront GetDistributionConfig", config(number))
                : Reply.error("cloudfront GetDistributionConfig", 404, "NoSuchDistribution");
    }

    private Reply list(Asked asked) {
        var from = Asked.from(asked.parameter("Marker"));
        var size = Integer.parseInt(asked.parameter("MaxItems"));
        var more = account.more(Kind.DISTRIBUTIONS, from, size);
        var there =
                account.page(Kind.DISTRIBUTIONS, "global", from, size).boxed().toList();
        var items = there.stream().map(CloudFrontWire::summary).collect(Collectors.joining());
        return Reply.xml(
                "cloudfront ListDistributions",
                "<DistributionList" + SPACE + "><Marker/><MaxItems>" + size + "</MaxItems><IsTruncated>" + more
                        + "</IsTruncated>" + Reply.next("NextMarker", more, from + size) + "<Quantity>" + there.size()
                        + "</Quantity><Items>" + items + "</Items></DistributionList>");
    }

    private static String summary(int number) {
        return """
                <DistributionSummary><Id>E%1$d</Id><ARN>arn:aws:cloudfront::123456789012:distribution/E%1$d</ARN>\
                <Status>Deployed</Status><LastModifiedTime>2024-01-01T00:00:00.000Z</LastModifiedTime>\
                <DomainName>d%1$d.cloudfront.net</DomainName><Aliases><Quantity>0</Quantity></Aliases>\
                <Comment/><PriceClass>PriceClass_All</PriceClass><Enabled>true</Enabled></DistributionSummary>\
                """.formatted(number);
    }

    private String config(int number) {
        var root = account.bad(Kind.DISTRIBUTIONS, "global", number) ? "" : "index.html";
        return """
                <DistributionConfig%s><CallerReference>%d</CallerReference><Aliases><Quantity>0</Quantity></Aliases>\
                <DefaultRootObject>%s</DefaultRootObject><Origins><Quantity>1</Quantity><Items><Origin><Id>o</Id>\
                <DomainName>b.s3.amazonaws.com</DomainName><OriginPath/></Origin></Items></Origins>\
                <DefaultCacheBehavior><TargetOriginId>o</TargetOriginId><ViewerProtocolPolicy>https-only\
                </ViewerProtocolPolicy></DefaultCacheBehavior><Comment/><Logging><Enabled>true</Enabled>\
                <IncludeCookies>false</IncludeCookies><Bucket>l</Bucket><Prefix/></Logging><Enabled>true</Enabled>\
                </DistributionConfig>\
                """.formatted(SPACE, number, root);
    }
}
