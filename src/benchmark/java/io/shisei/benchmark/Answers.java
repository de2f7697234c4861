package io.shisei.benchmark;

import io.shisei.test.Visitor;
import java.io.IOException;

/** Asks one after the other, as a browser that has logged in or as a script. */
final class Answers {

    private final RestApi api;
    private final Visitor visitor;
    private int asked;

    Answers(RestApi api, Visitor visitor) {
        this.api = api;
        this.visitor = visitor;
    }

    /** How many nanoseconds the whole answer took, which is made anew: no page is asked for twice. */
    long time(String address) throws IOException, InterruptedException {
        var began = System.nanoTime();
        var status = address.startsWith("/api/")
                ? api.call("GET", address, "").status()
                : visitor.get(address + (address.contains("?") ? "&" : "?") + "asked=" + asked++)
                        .statusCode();
        var took = System.nanoTime() - began;
        if (status != 200) {
            System.out.println(address + " was answered by " + status);
        }
        return took;
    }
}
