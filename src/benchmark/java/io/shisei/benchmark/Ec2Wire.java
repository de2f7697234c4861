package io.shisei.benchmark;

import io.shisei.benchmark.StubAccount.Kind;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** EC2 as its query XML. */
record Ec2Wire(StubAccount account) {

    Reply answer(Asked asked) {
        return switch (asked.parameter("Action")) {
            case "DescribeRegions" -> regions();
            case "DescribeInstances" -> page(asked, Kind.INSTANCES, "reservationSet");
            case "DescribeSecurityGroups" -> page(asked, Kind.GROUPS, "securityGroupInfo");
            case "GetManagedPrefixListEntries" -> entries();
            default -> NothingWire.answer(asked);
        };
    }

    private Reply regions() {
        return answer(
                "DescribeRegions",
                "<regionInfo>"
                        + account.regions().stream()
                                .map(region -> "<item><regionName>" + region + "</regionName>"
                                        + "<optInStatus>opt-in-not-required</optInStatus></item>")
                                .collect(Collectors.joining())
                        + "</regionInfo>");
    }

    private Reply page(Asked asked, Kind kind, String tag) {
        var from = Asked.from(asked.parameter("NextToken"));
        var size = Math.clamp(Long.parseLong(asked.parameter("MaxResults")), 5, 1000);
        var items = account.page(kind, asked.region(), from, size)
                .mapToObj(number ->
                        kind == Kind.GROUPS ? group(asked.region(), number) : reservation(asked.region(), number))
                .collect(Collectors.joining());
        return answer(
                asked.parameter("Action"),
                "<" + tag + ">" + items + "</" + tag + ">"
                        + Reply.next("nextToken", account.more(kind, from, size), from + size));
    }

    /** Every hundredth group lets a prefix list in, one of ten in the region. */
    private String group(String region, int number) {
        var bad = account.bad(Kind.GROUPS, region, number);
        var list = number % 100 == 7
                ? "<item><prefixListId>pl-%017x</prefixListId></item>".formatted(number / 100 % 10)
                : "";
        return """
                <item><ownerId>123456789012</ownerId><groupId>sg-%017x</groupId><groupName>group-%d</groupName>\
                <groupDescription>made up</groupDescription><vpcId>vpc-0a1b2c3d4e5f60718</vpcId><ipPermissions>\
                <item><ipProtocol>tcp</ipProtocol><fromPort>%d</fromPort><toPort>%d</toPort><groups/>\
                <ipRanges><item><cidrIp>%s</cidrIp></item></ipRanges><ipv6Ranges/><prefixListIds>%s</prefixListIds>\
                </item></ipPermissions><ipPermissionsEgress><item><ipProtocol>-1</ipProtocol><groups/><ipRanges>\
                <item><cidrIp>0.0.0.0/0</cidrIp></item></ipRanges><ipv6Ranges/><prefixListIds/></item>\
                </ipPermissionsEgress><tagSet><item><key>team</key><value>t%d</value></item></tagSet></item>\
                """.formatted(number, number, bad ? 22 : 443, bad ? 22 : 443, "0.0.0.0/0", list, number % 20);
    }

    private String reservation(String region, int number) {
        var interfaces = IntStream.rangeClosed(1, account.bad(Kind.INSTANCES, region, number) ? 2 : 1)
                .mapToObj(index -> """
                        <item><networkInterfaceId>eni-%016x%d</networkInterfaceId><status>in-use</status>\
                        <attachment><deviceIndex>%d</deviceIndex></attachment></item>\
                        """.formatted(number, index, index - 1))
                .collect(Collectors.joining());
        return """
                <item><reservationId>r-%017x</reservationId><ownerId>123456789012</ownerId><groupSet/><instancesSet>\
                <item><instanceId>i-%017x</instanceId><imageId>ami-0123456789abcdef0</imageId><instanceState>\
                <code>16</code><name>running</name></instanceState><instanceType>t3.micro</instanceType>\
                <launchTime>2025-01-02T03:04:05.000Z</launchTime><monitoring><state>disabled</state></monitoring>\
                <networkInterfaceSet>%s</networkInterfaceSet><metadataOptions><httpTokens>required</httpTokens>\
                </metadataOptions><tagSet><item><key>Name</key><value>server-%d</value></item></tagSet></item>\
                </instancesSet></item>\
                """.formatted(number, number, interfaces, number);
    }

    private static Reply entries() {
        return answer("GetManagedPrefixListEntries", "<entrySet><item><cidr>10.0.0.0/8</cidr></item></entrySet>");
    }

    private static Reply answer(String operation, String inside) {
        return Reply.xml(
                "ec2 " + operation,
                "<%1$sResponse xmlns=\"http://ec2.amazonaws.com/doc/2016-11-15/\"><requestId>1</requestId>%2$s</%1$sResponse>"
                        .formatted(operation, inside));
    }
}
