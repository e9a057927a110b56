/** What a count is divided into, each with its own standard: 分三档, 分为两类, 按困难程度分为三个等级. */
export const DIVIDED = /分(?:为|成|作)?[两二三四五六]?个?(?:档|类|等|级)/;
