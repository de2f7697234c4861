package io.shisei.fault;

import io.shisei.test.Gate.Behind;
import io.shisei.test.Gate.Meddler;
import io.shisei.test.Gate.Reply;
import io.shisei.test.Gate.Request;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Lists everything twice, as AWS may when resources change while it lists them. */
final class RepeatedItems implements Meddler {

    private static final JsonMapper JSON = new JsonMapper();

    private final List<String> lists;
    private final AtomicInteger repeated = new AtomicInteger();

    /** @param lists the names on the wire of the lists in an answer */
    RepeatedItems(List<String> lists) {
        this.lists = lists;
    }

    /** How many items were sent again. */
    int repeated() {
        return repeated.get();
    }

    @Override
    public Reply answer(Request request, Behind aws) throws IOException, InterruptedException {
        var page = aws.answer(request);
        var body = new String(page.body(), StandardCharsets.UTF_8);
        return new Reply(page.status(), page.type(), body.stripLeading().startsWith("{") ? json(body) : xml(page));
    }

    private String json(String body) {
        var page = (ObjectNode) JSON.readTree(body);
        for (var name : lists) {
            if (page.get(name) instanceof ArrayNode list) {
                repeated.addAndGet(list.size());
                list.addAll(list.deepCopy());
            }
        }
        return page.toString();
    }

    private String xml(Reply page) {
        return Xml.changed(
                page.body(),
                document -> lists.stream()
                        .map(name -> document.getElementsByTagName(name).item(0))
                        .filter(list -> list != null)
                        .forEach(list -> repeat((Element) list)));
    }

    private void repeat(Element list) {
        var items = list.getChildNodes();
        int count = items.getLength();
        for (int i = 0; i < count; i++) {
            if (items.item(i).getNodeType() == Node.ELEMENT_NODE) {
                list.appendChild(items.item(i).cloneNode(true));
                repeated.incrementAndGet();
            }
        }
    }
}
