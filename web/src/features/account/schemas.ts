import * as z from 'zod/mini';

const email = z
  .string()
  .check(
    z.trim(),
    z.regex(/^\S+@\S+\.\S+$/, 'account:problem.email'),
    z.maxLength(254, 'account:problem.email'),
  );

export const signInSchema = z.object({
  email,
  password: z.string().check(z.minLength(1, 'account:problem.password')),
});

export const signUpSchema = z.object({
  displayName: z
    .string()
    .check(
      z.trim(),
      z.minLength(2, 'account:problem.name'),
      z.maxLength(60, 'account:problem.name'),
    ),
  email,
  password: z
    .string()
    .check(
      z.minLength(10, 'account:problem.newPassword'),
      z.maxLength(200, 'account:problem.newPassword'),
    ),
  country: z.string().check(z.length(2, 'account:problem.country')),
  timeZone: z.string(),
  isAdult: z.literal('yes', 'account:problem.adult'),
});
