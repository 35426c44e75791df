// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/documents/paper_output.h"

#include <QDir>
#include <QPromise>
#include <QSaveFile>
#include <QThreadPool>

#include <memory>

namespace thimblely::ui {

namespace {

QString printerOf(const Paper &paper, const PaperSettings &settings)
{
    return paper.isRoll() ? settings.slipPrinter : settings.sheetPrinter;
}

PaperOutput outputOf(const std::vector<Paper> &papers, const QString &folder, const PaperSettings &settings)
{
    PaperOutput output;
    for (const Paper &paper : papers) {
        const QString printer = printerOf(paper, settings);
        if (output.error) {
            output.stuck.push_back(paper);
            continue;
        }
        if (printer.isEmpty()) {
            const auto file = writePdf(paper, folder);
            if (file)
                output.files.append(*file);
            else
                output.error = file.error();
        } else if (const auto printed = printTo(printer, paper); !printed) {
            output.error = printed.error();
        }
        (output.error ? output.stuck : output.out).push_back(paper);
    }
    return output;
}

Result<void> writeWhole(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return Error{ErrorKind::Io, "papers.not_written", {QDir::toNativeSeparators(path)}, file.errorString()};
    return {};
}

Result<QString> writeBoth(const Paper &paper, const QString &folder)
{
    TRY_ASSIGN(QString pdf, writePdf(paper, folder));
    TRY(writeWhole(QDir(folder).filePath(paper.fileName() + QStringLiteral(".json")),
                   privacy::jsonOf(std::get<HeldPaper>(paper.content).file)));
    return pdf;
}

//! On a thread of the pool.
template <typename Work>
auto inBackground(Work work) -> QFuture<decltype(work())>
{
    auto promise = std::make_shared<QPromise<decltype(work())>>();
    promise->start();
    auto future = promise->future();
    QThreadPool::globalInstance()->start([promise, work = std::move(work)] {
        promise->addResult(work());
        promise->finish();
    });
    return future;
}

} // namespace

Result<QString> writePdf(const Paper &paper, const QString &folder)
{
    if (!QDir().mkpath(folder))
        return Error{ErrorKind::ReadOnly, "papers.not_written", {QDir::toNativeSeparators(folder)}, {}};
    const QString path = QDir(folder).filePath(paper.fileName() + QStringLiteral(".pdf"));
    TRY(writeWhole(path, pdfOf(paper)));
    return path;
}

QFuture<PaperOutput> outputPapers(std::vector<Paper> papers, QString folder, PaperSettings settings)
{
    return inBackground([papers = std::move(papers), folder = std::move(folder), settings = std::move(settings)] {
        return outputOf(papers, folder, settings);
    });
}

QFuture<Result<QString>> writeHeldFiles(Paper paper, QString folder)
{
    return inBackground([paper = std::move(paper), folder = std::move(folder)] { return writeBoth(paper, folder); });
}

} // namespace thimblely::ui
