package io.amends.local.command;

import io.amends.local.process.Folder;
import io.amends.local.process.StartRefused;
import io.amends.local.stack.StackPaths;
import io.amends.local.stack.UpLock;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "reset", description = "Deletes the local data: Kafka's, PostgreSQL's, the mails, the keys.")
public final class ResetCommand implements Callable<Integer> {
    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    @Override
    public Integer call() throws IOException {
        StackPaths place = Checkout.place();
        if (!Files.exists(place.data())) {
            System.out.println("There is no local data.");
            return 0;
        }
        if (UpLock.held(place)) {
            throw new StartRefused("Amends runs: stop it first with ./amends down");
        }
        if (!yes && !confirmed(place)) {
            throw new StartRefused("Nothing was deleted. To delete without being asked: ./amends reset --yes");
        }
        Folder.delete(place.data());
        System.out.println("Deleted. The next ./amends up starts afresh.");
        return 0;
    }

    private static boolean confirmed(StackPaths place) throws IOException {
        System.out.print("Delete all local data in " + place.data() + "? Type yes: ");
        System.out.flush();
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String answer = in.readLine();
        return answer != null && answer.trim().equals("yes");
    }
}
