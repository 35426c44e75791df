// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

namespace thimblely::changes {
class WriteDoor;
class WriteContext;
class Undo;
class NumberSeries;
class TillChain;
class ImportRegister;
class MediaRegister;
class DraftStore;
class History;
class ChangedRows;
} // namespace thimblely::changes

namespace thimblely::search {
class SearchIndex;
}

namespace thimblely::access {

class RowWriter;

/*!
 * The right to have a statement prepared past the wall; only the classes named here can make one, each of which adds
 * the workspace itself. Reading and writing of sys_* tables by the program goes through these and nothing else.
 */
class GateKey {
    GateKey() = default;
    friend class RowWriter;
    friend class changes::WriteDoor;
    friend class changes::WriteContext;
    friend class changes::Undo;
    friend class changes::NumberSeries;
    friend class changes::TillChain;
    friend class search::SearchIndex;
    friend class changes::ImportRegister;
    friend class changes::MediaRegister;
    friend class changes::DraftStore;
    friend class changes::History;
    friend class changes::ChangedRows;
};

} // namespace thimblely::access
