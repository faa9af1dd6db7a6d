package stress.contract;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Contracts by what a user writes: the name of a built-in one, or the path of a file. */
public final class ContractFiles {
  private final ContractReader reader;
  private final BuiltInContracts builtIn;

  /** Contracts whose header values come from {@code environment}. */
  public ContractFiles(Function<String, Optional<String>> environment) {
    this.reader = new ContractReader(environment);
    this.builtIn = new BuiltInContracts(environment);
  }

  /**
   * The contract with jobs: the built-in one of that name, else the file of that path.
   *
   * @throws ContractException if the file is wrong, cannot be read, does not exist or has no jobs
   */
  public Contract find(String nameOrPath) {
    Api api = api(nameOrPath);
    return api.jobs().orElseThrow(() -> ContractReader.noJobs(nameOrPath, api));
  }

  /**
   * The built-in contract of that name, else the file of that path, whatever it describes.
   *
   * @throws ContractException if the file is wrong, cannot be read or does not exist
   */
  public Api api(String nameOrPath) {
    return builtIn.api(nameOrPath).orElseGet(() -> read(Path.of(nameOrPath)));
  }

  /**
   * Reads a file.
   *
   * @throws ContractException if it is wrong, cannot be read or does not exist
   */
  public Api read(Path file) {
    try {
      return reader.api(file.toString(), Files.readString(file));
    } catch (NoSuchFileException e) {
      String names = String.join(", ", builtIn.names());
      throw unreadable(file, "there is no such file; built in are " + names);
    } catch (CharacterCodingException e) {
      throw unreadable(file, "found bytes that are not UTF-8, expected YAML or JSON in UTF-8");
    } catch (IOException e) {
      throw unreadable(
          file, Files.isDirectory(file) ? "found a directory, expected a file" : "" + e);
    }
  }

  private static ContractException unreadable(Path file, String message) {
    return new ContractException(
        List.of(new Problem(file.toString(), Optional.empty(), "", message)));
  }
}
