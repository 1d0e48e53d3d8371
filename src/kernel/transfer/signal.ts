/** A value that one part of the program waits for and another gives, once. */
export class Signal<T> {
  readonly given: Promise<T>;
  give: (value: T) => void = () => {};
  fail: (error: Error) => void = () => {};

  constructor() {
    this.given = new Promise<T>((resolve, reject) => {
      this.give = resolve;
      this.fail = reject;
    });
    this.given.catch(() => {});
  }
}
