// Rooms are windows on the log. Replica rooms nest by privilege: each sees what the one before sees, and more.
// Which fields a room lacks is decided by the type of the event alone, never by the state: narrow.ts.

export const replicaRooms = ['kitchen', 'floor', 'front', 'office'] as const
export type ReplicaRoom = (typeof replicaRooms)[number]

/** Small whole views instead of replicas. */
export type ViewRoom = 'board' | `guest:${string}`

export type Room = ReplicaRoom | ViewRoom

export const isReplicaRoom = (room: string): room is ReplicaRoom => (replicaRooms as readonly string[]).includes(room)

export const seesAtLeast = (room: ReplicaRoom, needed: ReplicaRoom): boolean =>
  replicaRooms.indexOf(room) >= replicaRooms.indexOf(needed)
