import { Component, type ReactNode } from 'react';
import { LostPart } from './lost-part.tsx';

/** How long a part that broke rests before it is tried again, in milliseconds; longer each time, as what broke it stays. */
const rests = [1_000, 5_000, 15_000, 60_000];

interface Props {
  /** Never a word: a wall shows what it has. */
  silent?: boolean;
  children: ReactNode;
}

/** [X2] Whatever breaks inside breaks alone: the rest of the page stays, and the part is put up again by itself. */
export class Shelter extends Component<Props, { broken: boolean }> {
  override state = { broken: false };
  private breaks = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override componentDidCatch(): void {
    const rest = rests[Math.min(this.breaks, rests.length - 1)];
    this.breaks += 1;
    clearTimeout(this.timer);
    this.timer = setTimeout(this.again, rest);
  }

  override componentWillUnmount(): void {
    clearTimeout(this.timer);
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    return this.props.silent ? null : <LostPart why="broken" again={this.again} />;
  }

  private readonly again = (): void => {
    clearTimeout(this.timer);
    this.setState({ broken: false });
  };
}
