// Real files of the test data: some of them in a usual run, every one with PORTAL_FIGURES=all (the part "figures" of tools/test deep).
export const isWhole = process.env.PORTAL_FIGURES === 'all';

// Every `step`th of a list, beginning with the first, and what `isKept` names.
export const some = (all, step, isKept = () => false) => (isWhole ? all : all.filter((one, n) => n % step === 0 || isKept(one)));
