// The newest one large, the others around it: four columns, of which it takes two by two.
export const wall = 'grid grid-cols-2 gap-2.5 lg:grid-cols-4'
export const tile = 'aspect-video w-full rounded-md first:col-span-2 first:lg:row-span-2'
