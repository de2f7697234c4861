package io.shisei.reach;

import java.util.stream.Stream;

/** A family of addresses, and how rules of security groups and routes name its blocks. */
enum Family {
    IPV4("IpRanges", "CidrIp", "DestinationCidrBlock", "0.0.0.0/0", 8),
    IPV6("Ipv6Ranges", "CidrIpv6", "DestinationIpv6CidrBlock", "::/0", 32);

    private final String ranges;
    private final String cidr;
    private final String destination;
    private final String everything;
    private final int narrow;

    /** @param narrow the shortest prefix that AWS does not take for the public: see docs/adr/0069 */
    Family(String ranges, String cidr, String destination, String everything, int narrow) {
        this.ranges = ranges;
        this.cidr = cidr;
        this.destination = destination;
        this.everything = everything;
        this.narrow = narrow;
    }

    static Family of(String address) {
        return address.contains(":") ? IPV6 : IPV4;
    }

    /** The blocks that a rule of a security group lets in. */
    Stream<String> blocks(Part rule) {
        return rule.texts(ranges, cidr).stream();
    }

    /** Whether a block is of this family, and so wide that it stands for the public. */
    boolean isPublic(String block) {
        var slash = block.indexOf('/');
        return slash > 0
                && of(block) == this
                && block.substring(slash + 1).matches("\\d{1,3}")
                && Integer.parseInt(block.substring(slash + 1)) < narrow;
    }

    /** Whether a route leads all other addresses to an internet gateway that is there. */
    boolean leadsOut(Part route) {
        return route.text("GatewayId").filter(id -> id.startsWith("igw-")).isPresent()
                && route.text("State").filter("blackhole"::equals).isEmpty()
                && route.text(destination).filter(everything::equals).isPresent();
    }
}
