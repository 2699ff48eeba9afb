import {expect, test} from 'vitest';
import {renderFailures} from '../../source/report/render-failures.js';
import {reservation} from '../helpers/reservation.js';
import {emptyRegion, failedRegion, snapshotOf} from './guide-data.js';

test('has nothing to say when every region has answered', () => {
	expect(renderFailures(snapshotOf([reservation()], {failed: [emptyRegion('eu-west-1')]}))).toEqual([]);
});

test('says each reason once, with its regions, what to do and AWS code and request', () => {
	const failed = [
		failedRegion('ap-south-1', 'denied', 'Ask the admin.'),
		failedRegion('me-south-1', 'denied', 'Ask the admin.'),
		failedRegion('us-west-2', 'throttled', 'Wait a minute.'),
	];
	expect(renderFailures(snapshotOf([reservation()], {failed}))).toEqual([
		'ap-south-1, me-south-1: Ask the admin. (UnauthorizedOperation, request request-ap-south-1 in ap-south-1)',
		'us-west-2: Wait a minute. (UnauthorizedOperation, request request-us-west-2)',
	]);
});

test('does not list the regions when all failed alike', () => {
	const failed = ['eu-west-1', 'eu-west-2', 'us-east-1'].map((region) => failedRegion(region, 'expired_credentials', 'Log in again.'));
	expect(renderFailures(snapshotOf([], {failed}))).toEqual([
		'All 3 regions: Log in again. (UnauthorizedOperation, request request-eu-west-1 in eu-west-1)',
	]);
});

test('leaves out regions that are merely not enabled, unless they were asked for by name', () => {
	const failed = [failedRegion('ap-east-1', 'not_enabled', 'Enable it.')];
	expect(renderFailures(snapshotOf([reservation()], {failed}))).toEqual([]);
	expect(renderFailures(snapshotOf([reservation()], {failed, asked: ['us-east-1', 'ap-east-1']}))).toEqual([
		'ap-east-1: Enable it. (UnauthorizedOperation, request request-ap-east-1)',
	]);
});

test('says when the list of regions is the built-in one', () => {
	const directory = {origin: 'builtin', regions: [], note: 'DescribeRegions was denied: the regions are the built-in list.'} as const;
	expect(renderFailures(snapshotOf([reservation()], {directory}))).toEqual([
		'DescribeRegions was denied: the regions are the built-in list.',
	]);
});
