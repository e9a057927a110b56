import { checkDigit } from '../../../src/domain/people/id-number.ts';
import { random } from '../../random.ts';

/** What a seed decides, one after the other. */
export class Draw {
  readonly #next: () => number;
  #people = 0;

  constructor(seed: number) {
    this.#next = random(seed);
  }

  /** From 0, below so many. */
  below(most: number): number {
    return Math.floor(this.#next() * most);
  }

  chance(share: number): boolean {
    return this.#next() < share;
  }

  one<T>(of: readonly T[]): T {
    return of[this.below(of.length)] as T;
  }

  /** Some of them, in another order. */
  some<T>(of: readonly T[], share: number): T[] {
    return this.shuffled(of.filter(() => this.chance(share)));
  }

  shuffled<T>(of: readonly T[]): T[] {
    const left = [...of];
    return of.map(() => left.splice(this.below(left.length), 1)[0] as T);
  }

  /** Somebody invented, whom no other draw of this list names, with a valid number under area 990000. */
  person(): Person {
    this.#people += 1;
    const year = 1931 + this.below(80);
    const month = String(1 + this.below(12)).padStart(2, '0');
    const day = String(1 + this.below(28)).padStart(2, '0');
    const first = `990000${year}${month}${day}${String(this.#people).padStart(3, '0')}`;
    const name = this.one([...SURNAMES]) + this.one([...GIVEN]) + (this.chance(0.8) ? this.one([...GIVEN]) : '');
    return { name, id: first + checkDigit(first) };
  }
}

export interface Person {
  readonly name: string;
  readonly id: string;
}

export interface Payout extends Person {
  readonly fen: number;
}

const SURNAMES = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕';
const GIVEN = '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红梅建国志春荣德福生凤珍海波文斌';
