/** What a state means to the person who holds the capacity. */
export type Lifecycle = 'live' | 'upcoming' | 'troubled' | 'ended';

/** The states of `CapacityReservation.State` in the EC2 API, by life cycle. */
const lifecycleByState = {
	active: 'live',
	pending: 'upcoming',
	scheduled: 'upcoming',
	assessing: 'upcoming',
	'payment-pending': 'upcoming',
	delayed: 'troubled',
	cancelling: 'troubled',
	unavailable: 'troubled',
	failed: 'troubled',
	'payment-failed': 'troubled',
	expired: 'ended',
	cancelled: 'ended',
	unsupported: 'ended',
} as const satisfies Record<string, Lifecycle>;

export type ReservationState = keyof typeof lifecycleByState;

export const reservationStates = Object.keys(lifecycleByState) as readonly ReservationState[];

/** A state that this version does not know, or that AWS left out, is `troubled`: shown, never dropped. */
export function lifecycleOf(state: string | null): Lifecycle {
	return isKnownState(state) ? lifecycleByState[state] : 'troubled';
}

export function isKnownState(state: string | null): state is ReservationState {
	return state !== null && Object.hasOwn(lifecycleByState, state);
}
