import { shallowRef } from 'vue'

/** True once a newer Waymark in another tab has taken the database over. */
export const superseded = shallowRef(false)
