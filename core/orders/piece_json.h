// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/orders/piece.h"

#include <QByteArray>

namespace thimblely::orders {

// The JSON columns of order_items. Tasks and their prices are maps by the task's id, so that two devices' edits merge
// task by task; the ids sort by time of making, which is the order at the counter.

struct TaskColumns {
    QByteArray tasks;  //!< {id: {name, amount, zone, side, code, minutes}}; empty where there is none
    QByteArray prices; //!< {id: minor}; empty where there is none
};
TaskColumns writeTasks(const std::vector<Task> &tasks, const Clock &clock);
//! The columns with further tasks; those that stand there keep their ids.
TaskColumns withTasks(const TaskColumns &there, const std::vector<Task> &more, const Clock &clock);
//! `prices` is empty where the person may not read them.
std::vector<Task> readTasks(const QByteArray &tasks, const QByteArray &prices, Currency currency);

//! [{name, rate, minor}]; empty where no tax is due at all.
QByteArray writeTaxes(const QString &name, Rate rate, const Money &tax);

//! {why, question, since, answered_at, answer}; the moments as the file has them, so that SQL can compare them.
QByteArray writeHold(const Hold &hold);
//! None where the column holds nothing that can be read.
std::optional<Hold> readHold(const QByteArray &json);

//! The photos' hashes, as hexadecimal digits.
QStringList photoNames(const std::vector<changes::Media> &photos);
//! Without their thumbnails, which the file has (changes::MediaRegister).
std::vector<changes::Media> photosNamed(const QStringList &names);

//! style_options: {mark, style: {option: choice}, note}.
QByteArray writeStyle(const PieceDraft &piece);
void readStyle(const QByteArray &styleOptions, PieceDraft &piece);

//! fabric_order: how much of the shop's roll, or what a merchant sends.
QByteArray writeFabricOrder(const PieceDraft &piece);
void readFabricOrder(const QByteArray &fabricOrder, PieceDraft &piece);

} // namespace thimblely::orders
