// A file taken in as text when the server is built.
declare module '*?raw' {
  const text: string;
  export default text;
}
